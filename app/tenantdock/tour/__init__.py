"""The tour: the main job, done by itself on the real windows against the practice cloud."""

from tenantdock.tour.person import PracticePerson
from tenantdock.tour.steps import Tour

__all__ = ["PracticePerson", "Tour"]
