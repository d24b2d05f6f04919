"""The community's tables, where Django looks for them."""

from commonplace.community.contributions.models import Comment, Rating

__all__ = ["Comment", "Rating"]
