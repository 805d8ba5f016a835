"""Words and figures by which people speak of pay, as further features beside the vectors."""

from __future__ import annotations

import re

_PAY = re.compile(
    r"bonus|commission|incentiv|piece.?rate|voucher|prize|\baward|reward|salary"
    r"|\bearns\b|\bpaid (?:per|by|for|on|a|£|\$|€|\d)|\bpayout|leaderboard|day'?s? off|\bleave for"
    r"|prämie|provision|zulage|gehalt|vergüt|lohn\b|gutschein|gutgeschrieben|belohn|zuschlag"
    r"|freier tag|leistungsorientiert"
    r"|\bprima\b|comisi|sueldo|salari|gratific|bonific|\bcobra\b|premio|destajo|retribu|día libre"
    r"|\bprimes?\b|rémun|salaire|intéressement|\bpayée?s?\b|perçoi|cadeau|\btouche\b|\bgagne"
    r"|\btakes? home\b|^(?:pockets\b|keeps? \d+ ?(?:%|per ?cent))"
    r"|^(?:bekommt|erhält|kassiert|kriegt)\b.{0,40}(?:\d ?(?:%|€)|prozent|euro|cent)"
    r"|^se (?:lleva|embolsa)\b.{0,24}\d|^empoche\b|懐に|(?:円|パーセント).{0,6}もらえる"
    r"|\benvelope\b|piece.?work|pays? double|profit.?share|gift card"
    r"|hamper|increment\b|retainer|(?:first|choose).{0,20}(?:holiday|leave|routes)"
    r"|umschlag\b|akkord|stückgeld|zusatzurlaub|zählt doppelt|ausgezahlt|wählt zuerst"
    r"|gewinnanteil|variable"
    r"|\bpercib|complemento de|\bplus (?:mensual|anual)|se paga doble|vales?\b|reparte"
    r"|elige.{0,12}vacaciones|el variable"
    r"|enveloppe|à la tâche|compte double|bons? d'achat|le variable|\bpalier"
    r"|premier choix|se partage"
    r"|希望休|寸志|歩増|旅行に招|点.{0,6}換|倍額|満額|分け前|支給額|分配"
    r"|報奨|歩合|手当|賞与|給与に|給料|奨励|ボーナス|インセンティブ|謝礼|昇給|出来高|商品券",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"(?:\b(?:no(?!-)|not|never|nobody|none|without|neither|nor|isn.t|aren.t|don.t|doesn.t)"
    r"|\b(?:kein\w*|niemand\w*|nie|nicht|ohne|weder|noch)"
    r"|\b(?:no|nadie|ning[uú]n\w*|sin|nunca|ni|tampoco)"
    r"|\b(?:aucune?|(?<!par )personne|sans|ni|jamais|pas))\b[^,;:.]{0,36}$",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"^[^,;.]{0,40}(?:\b(?:abolish|scrap|dropped|ended|stopped|removed|withdrawn|discontinu"
    r"|no longer|abgeschafft|gestrichen|eingestellt|entfäll|entfallen|weggefallen|gibt es nicht"
    r"|suprimi|elimin|abolid|retirad|quitad|ya no|desapareci"
    r"|supprim|aboli|abandonn|n.existe plus|disparu)"
    r"|廃止|撤廃|なし|はない|がない|はなく|がなく|やめ|なくし|付けない|出ない|出さない|払わない|受け取らない)",
    re.IGNORECASE,
)
_AFTER_ALL = re.compile(
    r"\b(?:if|unless|until|below|under|less than|whoever|who|no matter|not (?:only|just)"
    r"|wenn|wer|unter|sofern|solange|bis|nicht nur|egal"
    r"|si|salvo|hasta|menos de|quien|no s[oó]lo|no importa"
    r"|sauf|tant que|moins de|quiconque|seulement|peu importe)\b|\bqu['\u2019]|\bne\b.*\bque\b"
    r"|なら|れば|ないと|未満|以下|まで",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"[£$€¥]|\b(?:euros?|dollars?|pounds?|pence|pesos|francs?)\b|\d+p\b|円"
    r"|\d ?%|per ?cent|prozent|por ciento|pour cent|パーセント",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:per|each|every|je|jede[mnrs]?|pro|por cada|cada|par|chaque)\b|ごと|につき|応じ"
    r"|\b(?:whoever|most|fewest|shortest|top|depends on|tied to|meisten|wenigsten|abhängig"
    r"|según|ligad[oa]|selon|le plus de)\b|一番|一位|多い",
    re.IGNORECASE,
)


def refuses_pay(text: str) -> bool:
    """Return whether a text speaks of pay only to say that nobody gets it, or gets it any more."""
    spoken = [*_PAY.finditer(text)]
    return (
        bool(spoken)
        and not _AFTER_ALL.search(text)
        and all(
            _REFUSED.search(text[: each.start()]) or _ENDED.search(text[each.end() :])
            for each in spoken
        )
    )


def pay_features(text: str) -> tuple[float, ...]:
    """Return whether a text speaks of pay, of a sum, of a piece, and of pay with either."""
    pay, sum_, each = (bool(pattern.search(text)) for pattern in (_PAY, _SUM, _EACH))
    return tuple(map(float, (pay, sum_, each, pay and each, pay and sum_)))
