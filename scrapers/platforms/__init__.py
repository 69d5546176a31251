"""The portal families, one file each. To add one: docs/portals.md."""

from __future__ import annotations

from scrapers.layout import Family
from scrapers.platforms import (
    aid,
    aspnet,
    bmain,
    dotnetnuke,
    drupal,
    epi,
    joomla,
    liferay,
    mastercms,
    nukeviet,
    sharepoint,
    single,
    vccorp,
    vnpt,
    webcenter,
    websphere,
    wordpress,
    yyyymm,
)

FAMILIES: tuple[Family, ...] = (
    webcenter.FAMILY,
    vnpt.FAMILY,
    liferay.FAMILY,
    websphere.FAMILY,
    sharepoint.FAMILY,
    dotnetnuke.FAMILY,
    nukeviet.FAMILY,
    drupal.FAMILY,
    joomla.FAMILY,
    wordpress.FAMILY,
    epi.FAMILY,
    vccorp.FAMILY,
    mastercms.FAMILY,
    aid.FAMILY,
    bmain.FAMILY,
    yyyymm.FAMILY,
    aspnet.FAMILY,
)
"""Every family that a page can be recognised as."""

OTHERS: Family = single.FAMILY
"""Layouts of single sites, for pages of no known family."""


def family(name: str) -> Family | None:
    """Return a family by its name, None for "generic" and names that no family has."""
    return next((known for known in FAMILIES if known.name == name), None)
