"""What sections of ads and CVs are called. `SECTIONS` maps each heading to what is in it.

Kinds of ads: required, optional, duties, stack, context. Kinds of CVs: skills, experience,
education, projects, certificates, summary, private.
"""

from __future__ import annotations

from typing import Literal

from planner.domain.reading.words import phrases

SectionKind = Literal[
    "", "required", "optional", "duties", "stack", "context",
    "skills", "experience", "education", "projects", "certificates", "summary", "private",
]  # fmt: skip

_AD: dict[SectionKind, str] = {
    "required": """
        requirements|requirement|required|must have|must haves|must-have|must-haves|qualifications
        |required qualifications|minimum qualifications|basic qualifications|key qualifications
        |required skills|required experience|required skills and experience|key skills
        |required technical skills|essential skills|essential|essentials|essential criteria
        |essential requirements|essential experience|essential skills and experience|mandatory
        |mandatory skills|mandatory requirements|minimum requirements|key requirements
        |technical requirements|job requirements|position requirements|role requirements
        |what you need|what you'll need|what you will need|what we need|what we need from you
        |what we're looking for|what we are looking for|what we look for|what we expect
        |what we expect from you|what you bring|what you'll bring|what you will bring
        |what you bring to the table|what you should bring|what you should have|you have|you bring
        |you need|you must have|you should have|you'll need|you'll have|you will have
        |you will need|you are|who you are|who you might be|about you|your profile|your skills
        |your background|your experience|your qualifications|your expertise|profile
        |ideal candidate|the ideal candidate|candidate profile|candidate requirements
        |desired candidate profile|desired profile|required candidate profile
        |we're looking for|we are looking for|we expect|we need|looking for|we require
        |who we're looking for|who we are looking for|who are we looking for|we'd like you to have
        |skills|skills required|skills needed|skills & experience|skills and experience
        |skills and qualifications|skills & qualifications|skills and requirements
        |technical skills|hard skills|soft skills|experience|experience required
        |experience and skills|experience & skills|experience and qualifications
        |required knowledge|knowledge|knowledge and skills|knowledge, skills and abilities
        |competencies|core competencies|education and experience|education & experience|education
        |person specification|what makes you a great fit|what makes you a fit
        |you're a great fit if|you might be a fit if|you may be a good fit if
        |you might thrive in this role if|this role is for you if|to succeed in this role
        |to be successful in this role|what it takes|do you have what it takes|need to have
        |need-to-have|the basics|must|expectations|our expectations|you could be a great fit if
        |what you have|what you'll have|what you know|what you already have|we ask
        |we'd love to see|your skillset|your skill set|requirements and skills
        |desired skills and experience|experience you'll need|skills you'll need
        |skills you will need|minimum|baseline|what you'll bring to the team
        |professional experience required|tech requirements|anforderungen|dein profil|ihr profil
        |das bringst du mit|qualifikationen|requisitos|profil recherché|compétences requises
        |wymagania
    """,
    "optional": """
        nice|nice to have|nice to haves
        |nice-to-have|nice-to-haves|nice to have skills|nice if you have
        |good to have|good-to-have|good to have skills|great to have|bonus|bonus points
        |bonus points for|bonus skills|extra points|bonuses|bonus to have|bonus if you have
        |bonus experience
        |bonus qualifications|brownie points|plus points|plus|pluses|plusses|a plus|big plus
        |big pluses
        |pluses are|additional plus|it's a plus if you have|it's a plus|it is a plus
        |would be a plus|will be a plus|as a plus|will be an advantage|would be an advantage
        |preferred|preferred qualifications|preferred skills|preferred experience|preferable
        |preferred requirements|preferred skills and experience|preferred but not required
        |preferred, but not required|preferred knowledge|strongly preferred|desirable|desirables
        |desirable skills|desirable criteria|desirable experience|desirable requirements|desired
        |desired skills|desired qualifications|desired experience|optional|optional skills
        |optional requirements|advantageous|advantages|an advantage|additional skills
        |additional qualifications|additional requirements|additional experience
        |additional nice to have|extras|extra|extra credit|ideally|ideally you have
        |ideally you also have|ideally you'll have|ideally, you|ideally you will also have
        |not required but|not required, but nice|not required but nice to have|not required
        |what would be nice|what would be great|what sets you apart|what will set you apart
        |what makes you stand out|you'll stand out if|stand out|how to stand out|ways to stand out
        |standout skills|we'd be excited if|we'd be impressed if|we'd be extra excited if
        |even better|even better if|even better if you have|it would be great if you have
        |it would be great|would be great|you get extra points for|you get bonus points for
        |you'd be a great fit if you also|it helps if|it helps if you have|helpful
        |helpful experience|beneficial|useful|useful experience|would be nice|we'd also love
        |also nice|also great|beneficial skills|wünschenswert|von vorteil|nice-to-have skills
        |deseable|deseables|souhaité|mile widziane|other desirable skills|other useful skills
        |secondary skills|other skills that help|preferred technologies|what could set you apart
        |additional preferred qualifications
    """,
    "duties": """
        responsibilities|key responsibilities|your responsibilities|main responsibilities|duties
        |core responsibilities|primary responsibilities|job responsibilities
        |roles and responsibilities|role and responsibilities|role & responsibilities
        |roles & responsibilities|duties and responsibilities|key duties
        |key duties and responsibilities|responsibilities include|essential duties
        |essential functions|essential duties and responsibilities|essential job functions
        |job duties|primary functions|what you'll do|what you will do|what you do
        |what you'll be doing|what you will be doing|what you'll work on|what will you do
        |what you'll own|what you'll be working on|what you will work on|what you'll achieve
        |what you'll accomplish|what you'll build|you will|you'll|you'll be|you will be
        |in this role you will|in this role, you will|in this role you'll|in this role, you'll
        |as a member of our team you will|your role|your tasks|your mission|your day
        |your day to day|day to day|day-to-day|a typical day|your job|the role|the job|role
        |role overview|about the role|about this role|about the job|about the position|job purpose
        |about the opportunity|the opportunity|the position|the project|about the project|project
        |project description|job description|job summary|position summary|position overview
        |role summary|description|position description|overview|summary|job brief|the challenge
        |your impact|the impact you'll have|your challenge|how you'll make an impact
        |what awaits you|tasks|main tasks|aufgaben|deine aufgaben|ihre aufgaben|responsabilidades
        |missions|vos missions|what to expect|scope|your contribution|we'll trust you to
        |how you will contribute|how you'll contribute|the work|the day to day
    """,
    "stack": """
        tech stack|our stack|our tech stack|the stack|stack|technology stack|technologies
        |our technologies|technologies we use|tools we use|tech we use|technologies you'll use
        |technology|our technology|our tech|the tech|tech|technical stack|technical environment
        |environment|our environment|tools|tools and technologies|tools & technologies|what we use
        |what we work with|current stack|our current stack|our toolbox|technologies and tools
        |tech environment|technical details|technologies used
    """,
    "context": """
        about us|about the company|about our company|who we are|our company|company|the company
        |company overview|company description|company profile|our story|our mission|our vision
        |our values|values|mission|our culture|culture|what we do|why us|why join us|why join
        |why you'll love working here|why you should join us|why work with us|why work here
        |why work for us|life at|benefits|our benefits|perks|perks and benefits|perks & benefits
        |benefits and perks|benefits & perks|benefits include|employee benefits|what we offer
        |what we offer you|what we can offer|what we can offer you|we offer|we offer you|our offer
        |what you'll get|what you get|what you will get|what's in it for you|what is in it for you
        |in return|in return we offer|what do we offer|you'll get|you will get|what we provide
        |we provide|compensation|compensation and benefits|compensation & benefits|salary
        |salary range|pay|pay range|base pay|total rewards|rewards|package|the package|location
        |working hours|hours|schedule|work schedule|contract|our hiring process|hiring process
        |interview process|the interview process|our interview process|recruitment process
        |our recruitment process|selection process|application process|how to apply|how we hire
        |to apply|apply|apply now|next steps|equal opportunity|equal opportunities
        |equal opportunity employer|equal employment opportunity|diversity|diversity and inclusion
        |diversity & inclusion|eeo|eeo statement|our commitment to diversity|privacy
        |privacy notice|disclaimer|legal|physical requirements|physical demands|work environment
        |working conditions|about the team|our team|the team|meet the team|additional information
        |other information|notes|contact|contact us|growth and development
        |learning and development|wir bieten|was wir bieten|unser angebot|über uns|ofrecemos
        |nous offrons|benefity|oferujemy|job details|visa sponsorship|our clients|our customers
        |our office|our products|why this role
    """,
}
_CV: dict[SectionKind, str] = {
    "skills": """
        skills|technical skills|key skills|core skills|professional skills|hard skills|skill set
        |skills summary|skills and tools|skills & tools|skills & technologies
        |skills and technologies|technical expertise|technical proficiencies|technical knowledge
        |technical summary|technologies|tech stack|tools|tools and technologies
        |tools & technologies|expertise|areas of expertise|core competencies|competencies
        |key competencies|programming languages|technical stack|programming skills|it skills
        |computer skills|skills and expertise|skills & expertise|top skills|soft skills|frameworks
        |databases|other skills|knowledge|languages and frameworks|languages & frameworks
        |languages and technologies|technology|technical competencies|languages|kenntnisse
        |fähigkeiten
        |compétences|habilidades|stack|toolbox|strengths
        |skills and proficiency|skills & proficiency|skillset|tech skills|technical experience
        |technical background|technology stack
        |skill matrix|core technologies|kompetenzen|fachkenntnisse|it-kenntnisse|edv-kenntnisse
        |technische kenntnisse|technische fähigkeiten|kenntnisse und fähigkeiten|technologien
        |programmiersprachen|werkzeuge|compétences techniques|compétences informatiques
        |compétences clés|savoir-faire|langages|langages de programmation|outils
        |technologies & outils|technologies et outils|conocimientos|conocimientos técnicos
        |habilidades técnicas|competencias|competencias técnicas|aptitudes|tecnologías
        |herramientas|lenguajes de programación|competenze|competenze tecniche|conhecimentos
        |competências|vaardigheden
    """,
    "experience": """
        experience|work experience|professional experience|employment|employment history
        |work history|career history|career|professional background|relevant experience
        |industry experience|positions|previous positions|work|career summary|professional history
        |internships|freelance experience|consulting experience|volunteer experience|volunteering
        |berufserfahrung|expérience professionnelle|experiencia|other experience
        |current position|current positions|past experience|past positions|previous experience
        |practical experience|industrial experience|employment experience|job experience
        |academic experience|research experience|teaching experience|selected experience
        |related experience|it experience|beruflicher werdegang|werdegang|berufliche erfahrung
        |berufliche laufbahn|berufspraxis|praktika|expérience|expériences
        |expériences professionnelles|parcours professionnel|experiencia laboral
        |experiencia profesional|experiencias|trayectoria profesional|esperienza|esperienze
        |esperienza lavorativa|esperienze professionali|experiência|experiência profissional
        |werkervaring
    """,
    "education": """
        education|education and training|academic background|academic history|studies
        |qualifications|academic qualifications|training|courses|relevant coursework|coursework
        |education & certifications|ausbildung|formation|educación|university
        |educational background|academics|schooling|bildung|schulbildung|studium|bildungsweg
        |akademische ausbildung|ausbildung und studium|weiterbildung|weiterbildungen|diplômes
        |diplômes et formations|formations|formation et diplômes|études|estudios|formación
        |formación académica|istruzione|formazione|istruzione e formazione|educação|formação
        |formação académica|formação acadêmica|opleiding|opleidingen
    """,
    "projects": """
        projects|personal projects|side projects|selected projects|key projects|open source
        |open-source|open source projects|open source contributions|project experience|portfolio
        |notable projects|academic projects|contributions|publications|talks
        |current projects|speeches|workshops|projekte|projets|projets personnels|proyectos
        |proyectos personales|progetti|projetos|projecten|publikationen|publicaciones
    """,
    "certificates": """
        certifications|certificates|certification|licenses & certifications|licences
        |licenses and certifications|professional certifications|awards and certifications|awards
        |certifications and training|certifications & training|training and certifications
        |honors|honors and awards|honors & awards|awards and honors|achievements|zertifikate
        |zertifizierungen|zertifikate und weiterbildungen|auszeichnungen|certificats
        |certificaciones|certificados|premios|premios y becas|certificazioni|certificações
        |certificaten
    """,
    "summary": """
        summary|profile|professional summary|about me|about|objective|career objective|overview
        |personal profile|personal statement|executive summary|introduction|highlights|bio
        |profil|kurzprofil|berufliches profil|über mich|zusammenfassung|à propos|résumé|resumen
        |perfil|perfil profesional|sobre mí|presentación|profilo|sobre mim
    """,
    "private": """
        interests|hobbies|hobbies and interests|personal interests|spoken languages|languages spoken
        |personal|personal details|personal information|contact|contact details|references
        |referees|hobbys|sprachen|family
        |interests/hobbies|interests & hobbies|interests and hobbies|contact information
        |contact info|natural languages|availability|extracurricular activities
        |extracurriculars|personalien|persönliche daten|sprachkenntnisse|hobbys und interessen
        |interessen
        |freizeit|referenzen|kontakt|centres d'intérêt|centres d'intérêts|loisirs|langues
        |références|intereses|aficiones|idiomas|datos personales|referencias|contacto|lingue
        |interessi|línguas|idiomas e interesses|talen
    """,
}


def _headings(kinds: dict[SectionKind, str]) -> dict[str, SectionKind]:
    return {heading: kind for kind, headings in kinds.items() for heading in phrases(headings)}


AD_HEADINGS = _headings(_AD)
CV_HEADINGS = _headings(_CV)
