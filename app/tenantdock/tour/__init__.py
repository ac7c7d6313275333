"""The tour: the main job, done by itself on the real windows against the practice cloud."""
