"""Every address and the page that answers it."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
