from django.urls import path

from planner.views import (
    certification,
    certifications,
    dashboard,
    estimate,
    gaps,
    home,
    method,
    profile,
    skill,
    skills,
    start,
)

app_name = "planner"
urlpatterns = [
    path("", home.home, name="home"),
    path("dashboard/", dashboard.dashboard, name="dashboard"),
    path("gaps/", gaps.gaps, name="gaps"),
    path("estimate/", estimate.estimate, name="estimate"),
    path("method/", method.method, name="method"),
    path("skills/", skills.skills, name="skills"),
    path("skills/<slug:slug>/", skill.skill, name="skill"),
    path("skills/<slug:skill>/proficiency/", skills.set_proficiency, name="set_proficiency"),
    path("certifications/", certifications.certifications, name="certifications"),
    path("certifications/add/", certifications.certification_add, name="certification_add"),
    path(
        "certifications/<slug:certification>/edit/",
        certifications.certification_edit,
        name="certification_edit",
    ),
    path(
        "certifications/<slug:certification>/remove/",
        certifications.certification_remove,
        name="certification_remove",
    ),
    path("certifications/<slug:slug>/", certification.certification, name="certification"),
    path("profile/", profile.profile, name="profile"),
    path("profile/clear-sample/", profile.clear_sample, name="clear_sample"),
    path("start/", start.start, name="start"),
    path("start/about/", start.about, name="start_about"),
    path("start/skills/", start.skills, name="start_skills"),
    path("start/certifications/", start.certifications, name="start_certifications"),
    path("start/skip/", start.skip, name="start_skip"),
    path("start/sample/", start.sample, name="start_sample"),
]
