"""Several processes on one vault folder: some seal, read and remove, two replace the key, all at the same time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from support.killing_child import FileKeyStore, vault_in
from support.vault import MARKER, damaged_files, everything_in, sealed_files
from tenantdock.domain.cancel import Cancel

SEALER = """
import json, random, sys
from pathlib import Path
from support.killing_child import MARKER, vault_in
folder, number = Path(sys.argv[1]), int(sys.argv[2])
vault, chance, wanted = vault_in(folder), random.Random(number), {}
print("ready", flush=True)
sys.stdin.readline()
for turn in range(60):
    account = f"a{chance.randrange(6)}{number}".rjust(32, "0")
    if chance.random() < 0.2:
        vault.discard(account)
        wanted.pop(account, None)
    else:
        wanted[account] = f"{account} {turn}"
        vault.seal(account, MARKER + wanted[account].encode())
    other = f"a{chance.randrange(6)}{number}".rjust(32, "0")
    found = vault.unseal(other)
    assert found == (None if other not in wanted else MARKER + wanted[other].encode()), (other, found)
assert not vault.reports, vault.reports
print(json.dumps(wanted), flush=True)
"""

ROTATOR = """
import json, sys
from pathlib import Path
from support.killing_child import vault_in
from tenantdock.domain.cancel import Cancel
vault = vault_in(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for _ in range(5):
    vault.rotate(Cancel())
assert not vault.reports, vault.reports
print("{}", flush=True)
"""


def test_processes_that_seal_and_processes_that_replace_the_key_do_each_other_no_harm(tmp_path):
    first = vault_in(tmp_path)
    kept = [f"{number:x}" * 32 for number in range(4)]
    for account in kept:
        first.seal(account, MARKER + account.encode())
    paths = [str(Path(__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    programs = [(SEALER, "0"), (SEALER, "1"), (SEALER, "2"), (ROTATOR, ""), (ROTATOR, "")]
    children = [
        subprocess.Popen(
            [sys.executable, "-c", text, str(tmp_path), number],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for text, number in programs
    ]
    for child in children:
        assert child.stdout.readline() == "ready\n"
    outputs = []
    for child in children:
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in children:
        outputs.append(json.loads(child.communicate(timeout=100)[0]))
        assert child.returncode == 0
    wanted = {account: text for each in outputs for account, text in each.items()}
    wanted |= {account: account for account in kept}
    vault = vault_in(tmp_path)
    assert {account: vault.unseal(account) for account in wanted} == {a: MARKER + text.encode() for a, text in wanted.items()}
    if vault._going_on is not None:
        vault._going_on.join(10)
    folder = tmp_path / "data" / "vault"
    assert sealed_files(folder) == sorted(f"{account}.sealed" for account in wanted)
    assert not damaged_files(folder)
    assert not vault.reports
    assert MARKER not in everything_in(tmp_path / "data")
    ids = (folder / "vault.id").read_text().split()
    assert FileKeyStore(tmp_path / "keyring").services() == [f"TenantDock/{ids[0]}"]
    # Those that ran all the while go on with the key as it is now
    assert first.unseal(kept[0]) == MARKER + kept[0].encode()
    first.seal(kept[0], b"later")
    assert vault_in(tmp_path).unseal(kept[0]) == b"later"
    first.rotate(Cancel())
    assert vault.unseal(kept[0]) == b"later"
