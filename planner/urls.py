from django.urls import path

from planner.views import (
    certification,
    certifications,
    dashboard,
    estimate,
    exports,
    gaps,
    home,
    kept_plans,
    method,
    profile,
    roadmap,
    scenarios,
    skill,
    skills,
    start,
)
from planner.views.mentoring import second_factor

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
    path("roadmap/", roadmap.roadmap, name="roadmap"),
    path("roadmap/steps/", roadmap.roadmap_step, name="roadmap_step"),
    path("roadmap/order/", roadmap.roadmap_order, name="roadmap_order"),
    path("roadmap/keep/", kept_plans.roadmap_keep, name="roadmap_keep"),
    path("roadmap/stop/", kept_plans.roadmap_stop, name="roadmap_stop"),
    path("roadmap/kept/", kept_plans.roadmap_kept, name="roadmap_kept"),
    path("roadmap/kept/<int:pk>/", kept_plans.roadmap_kept_plan, name="roadmap_kept_plan"),
    path("roadmap/export/<slug:kind>/", exports.roadmap_export, name="roadmap_export"),
    path("what-if/", scenarios.scenarios, name="scenarios"),
    path("what-if/new/", scenarios.scenario_new, name="scenario_new"),
    path("what-if/<int:pk>/", scenarios.scenario_edit, name="scenario_edit"),
    path("what-if/<int:pk>/delete/", scenarios.scenario_delete, name="scenario_delete"),
    path("what-if/<int:pk>/adopt/", scenarios.scenario_adopt, name="scenario_adopt"),
    path("start/", start.start, name="start"),
    path("start/about/", start.about, name="start_about"),
    path("start/skills/", start.skills, name="start_skills"),
    path("start/certifications/", start.certifications, name="start_certifications"),
    path("start/skip/", start.skip, name="start_skip"),
    path("start/sample/", start.sample, name="start_sample"),
    # For mentors ----------------------------------------------------------------------------------
    path("cohorts/second-factor/", second_factor.second_factor, name="second_factor"),
    # For mentees ----------------------------------------------------------------------------------
]
