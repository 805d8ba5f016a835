"""Headers and statuses in many languages; what is never read in any of them."""

import pytest

from orgdesign.imports import Unreadable
from orgdesign.imports.columns import recognise_columns
from orgdesign.imports.statuses import state_of
from orgdesign.imports.vocabulary import is_confidential, meaning_of

MEANINGS = {
    "person": "Emp No|Personnel Number|Personal-Nr.|Matricule|Matrícula|Legajo|Matricola|社員番号|工号|사번|Табельный номер|Sicil No",
    "name": "Employee Name|Mitarbeiter|Nom complet|Nombre completo|Naam|氏名|姓名|성명|ФИО|Adı Soyadı",
    "title": "Designation|Job Position|Stelle|Intitulé du poste|Cargo|Puesto|Mansione|Functie|Stanowisko|役職|职位|직책|Должность|Unvan",
    "department": "Dept Name|Abteilung|Service|Departamento|Reparto|Afdeling|Dział|部署|部门|부서|Отдел|Departman",
    "manager_name": "Reporting Manager|Vorgesetzte(r)|Responsable hiérarchique|Jefe inmediato|Gestor|Responsabile diretto|Leidinggevende|Przełożony|上司|直属上级|상사|Руководитель|Yöneticisi",
    "manager": "Manager Employee Number|Vorgesetztennummer|Matricule du responsable|上司社員番号|Reports To Position ID|Код руководителя",
    "manager_email": "Supervisor's Work Email|Führungskraft (E-Mail)|E-mail do gestor",
    "ended": "Relieving Date|Date of Exit|Austrittsdatum|Date de sortie|Fecha de baja|Data de desligamento|Data cessazione|Datum uit dienst|Data zwolnienia|退職日|离职日期|퇴사일|Дата увольнения|Çıkış tarihi",
    "status": "Employment Status|Beschäftigungsstatus|Situación|Situação|在籍状況|员工状态|재직상태|Статус|Durum",
    "unit_parent": "Parent Department ID|Übergeordnete OrgEinheit|Departamento superior|上级部门|Вышестоящее подразделение",
    "unit_head": "Head of Department|部门负责人|Department Manager",
    "active": "accountEnabled|Is Active",
}
STATES = {
    "gone": "Deactivated|Ex-employee|Relieved|Ausgeschieden|Inactif|Dado de baja|Inativo|Desligado|Cessato|Uit dienst|Zwolniony|退職|离职|퇴사|Уволен|İşten ayrıldı|Resigned (2024)",
    "here": "On leave|Notice period|Elternzeit|En congé|Licencia|Férias|Aspettativa|Verlof|Urlop|休職中|产假|휴직|В отпуске|İzinli|Active - On Leave",
    "vacant": "Vacant|TBD|N. N.|Unbesetzt|À pourvoir|Por cubrir|Em aberto|Scoperto|Vacature|Wakat|空席|空缺|공석|Вакансия|Boş",
    "later": "Pending Start|Pre-hire|内定|待入职|입사예정",
    "unknown": "Bench|Purple",
}
NEVER = """Base Pay|CTC|SSN|Date of Birth|Gender|Ethnicity|Home Phone|Personal Email|Passport No|Pronouns
Bruttogehalt|Stundenlohn|Steuer-ID|Geburtsdatum|Familienstand|Handynummer|Anschrift|Austrittsgrund|Konfession
Salaire brut|Rémunération|NIR|Date de naissance|Situation familiale|Adresse|RIB|Motif de départ
Sueldo|DNI|CURP|Fecha de nacimiento|Estado civil|Domicilio|Motivo de baja|Correo personal
Salário|CPF|Data de nascimento|Raça/Cor|CEP|Conta bancária|Nome da mãe
Retribuzione|Codice fiscale|Data di nascita|Cellulare|Stato civile|Malattia
Salaris|BSN|Geboortedatum|Geslacht|Rekeningnummer|Ziekteverzuim
Wynagrodzenie|PESEL|Data urodzenia|Płeć|Numer konta|Kod pocztowy
基本給|マイナンバー|生年月日|性別|住所|銀行口座|扶養家族|退職理由
工资|身份证号|出生日期|婚姻状况|手机号码|家庭住址|绩效等级
연봉|주민등록번호|생년월일|성별|휴대폰|계좌번호|병역
Оклад|СНИЛС|ИНН|Дата рождения|Пол|Телефон|Адрес проживания
Maaş|TC Kimlik No|Doğum Tarihi|Cinsiyet|Cep Telefonu|Kan Grubu"""


@pytest.mark.parametrize("meaning", MEANINGS)
def test_headers_are_known_in_many_languages(meaning):
    found = {header: meaning_of(header) for header in MEANINGS[meaning].split("|")}
    assert [h for h, known in found.items() if known is None or known.name != meaning] == []


@pytest.mark.parametrize("state", STATES)
def test_statuses_are_known_in_many_languages(state):
    assert {word: state_of(word) for word in STATES[state].split("|")} == dict.fromkeys(
        STATES[state].split("|"), state
    )


@pytest.mark.parametrize("headers", NEVER.splitlines())
def test_no_column_option_brings_back_what_is_confidential(headers):
    for header in headers.split("|"):
        assert is_confidential(header), header
        assert recognise_columns(["ID", header]).confidential == (header,)
        with pytest.raises(Unreadable, match="never read"):
            recognise_columns(["ID", header], {"title": [header]})
