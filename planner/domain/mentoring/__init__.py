"""What mentors and mentees need of each other: who stands where, who must act, who needs help.

`matrix`: people × what a programme expects. `reviews`: the queue of what waits for a mentor.
`ratings`: what both say of a skill, side by side. `at_risk`: who is behind and silent.
`nudges`: when somebody is reminded, and of what. `cohort_help`: which workshop moves most people.

Moments are all aware, or all naive; whether somebody may be seen at all is not decided here.
"""
