"""Words and figures by which people speak of pay, as further features beside the vectors."""

from __future__ import annotations

import re

_PAY = re.compile(
    r"bonus|commission|incentiv|piece.?rate|voucher|prize|\baward|reward|salary"
    r"|\bearns\b|\bpaid (?:per|by|for|on|a|£|\$|€|\d)|\bpayout|leaderboard|day'?s? off|\bleave for"
    r"|prämie|provision|zulage|gehalt|vergüt|lohn\b|gutschein|gutgeschrieben|belohn|zuschlag"
    r"|freier tag|leistungsorientiert"
    r"|\bprima\b|comisi|sueldo|salari|gratific|bonific|\bcobra\b|premio|destajo|retribu|día libre"
    r"|\bprimes?\b(?! sur\b)|rémun|salaire|intéressement|\bpayée?s?\b|perçoi|cadeau|\btouche\b"
    r"|\bgagne"
    r"|\btakes? home\b|^(?:pockets\b|keeps? \d+ ?(?:%|per ?cent))"
    r"|^(?:bekommt|erhält|kassiert|kriegt)\b.{0,40}(?:\d ?(?:%|€)|prozent|euro|cent)"
    r"|\bse (?:lleva|embolsa)\b.{0,24}\d|^empoche\b|懐に|(?:円|パーセント).{0,6}もらえる"
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
)
_PRIZE = re.compile(
    r"\b(?:trip|week-?end|holiday|cruise|flight|flies|flown|spa|tickets?|company car|dinner|day out"
    r"|night (?:at|out)|early finish|leaves? (?:at|early)|phone|watch|hotel|races|ski\w*|beach"
    r"|parking (?:space|spot)|champagne|bottle)\b"
    r"|\w*reise\b|\w*wochenende\b|\bflug\b|\bfliegt\b|\bfahren zum\b|kreuzfahrt|wellness"
    r"|\b(?:dienst|firmen)wagen|\bkarten f(?:ü|u)r|abendessen|\bfeiert\b|\bhandy\b|\w*parkplatz"
    r"|\bgeht (?:freitags|früher)"
    r"|\bviaje|\bfin de semana|\bcrucero|\bvuela\b|\bse va (?:a|de|con)\b|balneario"
    r"|coche de empresa|\bentradas para|\bcena\b|\bmóvil|\breloj|plaza de garaje|\bjamón|\bcesta\b"
    r"|\bsale el viernes"
    r"|\bvoyage|croisière|s.envole|thalasso|voiture de|\bplaces pour|\brepas\b|\bmontre\b"
    r"|\bemmenée?s?\b|\bpart (?:à|en|le)\b"
    r"|旅行|温泉|連れて行|招待|社用車|切符|チケット|忘年会|携帯|腕時計|ハワイ|ゴルフ|帰れる",
)
_CONTEST = re.compile(
    r"\b(?:whoever|(?<!not )the most|fewest|shortest|first to|(?:top|best|bottom) \w+)\b"
    r"|\bwer .*\bmeist|\bmeisten|wenigsten|kürzesten|\b(?:der|die) beste|\bwer zuerst"
    r"|\bab (?:dem|der) \w+ten\b|\bab \d"
    r"|\b(?:el|la|los|las|quien|quienes)(?: \w+)? (?:que )?(?:más|menos)\b|\bel primero en\b"
    r"|\b(?:el|la) mejor\b|\ba partir de(?:l)? \w+"
    r"|\b(?:qui|celui|celle)\b.*\ble (?:plus|moins)\b|\ble premier à\b|\ble meilleur\b"
    r"|\bau-delà d|\bà partir d[eu]"
    r"|一番|最も|最初に|上位|一位|少なかった|多かった",
)
_REFUSED = re.compile(
    r"(?:\b(?:no(?!-)|not|never|nobody|none|without|neither|nor|isn.t|aren.t|don.t|doesn.t)"
    r"|\b(?:kein\w*|niemand\w*|nie|nicht|ohne|weder|noch)"
    r"|\b(?:no|nadie|ning[uú]n\w*|sin|nunca|ni|tampoco)"
    r"|\b(?:aucune?|(?<!par )personne|sans|ni|jamais|pas))\b[^,;:.]{0,36}$",
)
_ENDED = re.compile(
    r"^[^,;.]{0,40}(?:\b(?:abolish|scrap|dropped|ended|stopped|removed|withdrawn|discontinu"
    r"|no longer|abgeschafft|gestrichen|eingestellt|entfäll|entfallen|weggefallen|gibt es nicht"
    r"|suprimi|elimin|abolid|retirad|quitad|ya no|desapareci"
    r"|supprim|aboli|abandonn|n.existe plus|disparu)"
    r"|廃止|撤廃|なし|はない|がない|はなく|がなく|やめ|なくし|付けない|出ない|出さない|払わない|受け取らない)",
)
_AFTER_ALL = re.compile(
    r"\b(?:if|unless|until|below|under|less than|whoever|who|no matter|not (?:only|just)"
    r"|wenn|wer|unter|sofern|solange|bis|nicht nur|egal"
    r"|si|salvo|hasta|menos de|quien|no s[oó]lo|no importa"
    r"|sauf|tant que|moins de|quiconque|seulement|peu importe)\b|\bqu['\u2019]|\bne\b.*\bque\b"
    r"|なら|れば|ないと|未満|以下|まで",
)
_SUM = re.compile(
    r"[£$€¥]|\b(?:euros?|dollars?|pounds?|pence|pesos|francs?)\b|\d+p\b|円"
    r"|\d ?%|per ?cent|prozent|por ciento|pour cent|パーセント",
)
_EACH = re.compile(
    r"\b(?:per|each|every|je|jede[mnrs]?|pro|por cada|cada|par|chaque)\b|ごと|につき|応じ"
    r"|\b(?:whoever|most|fewest|shortest|top|depends on|tied to|meisten|wenigsten|abhängig"
    r"|según|ligad[oa]|selon|le plus de)\b|一番|一位|多い",
)


def refuses_pay(text: str) -> bool:
    """Return whether a text speaks of pay only to say that nobody gets it, or gets it any more."""
    text = text.lower()
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
    """Return whether a text speaks of pay, of a sum, of a piece or contest, and of both."""
    lowered = text.lower()
    pay, sum_, each, prize, contest = (
        bool(pattern.search(lowered)) for pattern in (_PAY, _SUM, _EACH, _PRIZE, _CONTEST)
    )
    pay, each = pay or (prize and contest), each or contest
    return tuple(map(float, (pay, sum_, each, pay and each, pay and sum_)))
