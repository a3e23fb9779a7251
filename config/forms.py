"""How a form field is drawn everywhere."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Draw `{{ field.as_field_group }}` with the project's own component."""

    field_template_name = "components/field.html"
