"""What every keyring has to do, whatever starts it. *run* runs a program beside the keyring, with the names of the preludes, and
returns what it answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Run = Callable[[str], Mapping[str, Any]]

SEALS = """
vault = opened()
vault.seal(ONE, MARKER)
key = OsKeyStore().get("TenantDock/" + ids()[0]).reveal()
answer(mine=vault.unseal(ONE) == MARKER, key=key)
"""


def what_was_sealed_is_there(run: Run) -> None:
    """In a later program, after :data:`SEALS`."""
    again = run("vault = opened(); answer(mine=vault.unseal(ONE) == MARKER, reports=len(vault.reports))")
    assert again == {"mine": True, "reports": 0}


def a_replaced_key_takes_the_old_one_out(run: Run) -> None:
    """And what was sealed is still read, with the new one."""
    found = run("""
vault = opened()
vault.seal(ONE, MARKER); vault.seal(TWO, MARKER)
(old,) = ids()
sealed = vault.rotate(Cancel())
(new,) = ids()
keys = OsKeyStore()
answer(sealed=sealed, old=keys.get("TenantDock/" + old) is None, new=keys.get("TenantDock/" + new) is not None,
    mine=[opened().unseal(each) == MARKER for each in (ONE, TWO)])
""")
    assert found == {"sealed": 2, "old": True, "new": True, "mine": [True, True]}
