"""Residents' pages answered from memory: the same for everyone, until something that a page can show changes.

`requests` says what may be kept, `answers` keeps it, `middleware` joins them. Whether anything has changed is told by
campaigns.freshness; docs/page-cache.md has the whole of it.
"""
