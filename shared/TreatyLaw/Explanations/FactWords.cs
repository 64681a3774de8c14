namespace CaseCoordination.TreatyLaw;

internal static class FactWords
{
    public const string Table = """
        violates-domestic-law | whether helping would break domestic law | si ayudar infringiría el Derecho interno
        request-not-compliant | whether the request has a defect that cannot be cured | si la solicitud tiene un defecto insubsanable
        security | whether security would be harmed | si se perjudicaría la seguridad
        public-or-national-interest | whether the public or national interest is against it | si se opone el interés público o nacional
        prejudice-own-investigation | whether an own investigation would be harmed | si se perjudicaría una investigación propia
        proceedings | whether there are proceedings on the same facts and persons | si hay procedimientos sobre los mismos hechos y personas
        sanctions | whether the same persons were finally sanctioned | si las mismas personas fueron sancionadas en firme
        enforcement | whether enforcement has begun or ended | si la ejecución ha comenzado o terminado
        commitments | where the trader's commitments stand | en qué estado están los compromisos del comerciante
        not-duplicative-shown | whether the relief sought was shown not to be duplicative | si se mostró que lo pretendido no es reiterativo
        not-needed | whether the information is not needed | si la información no es necesaria
        secrecy-not-accepted | whether the requester rejects the secrecy rules | si la solicitante no acepta las normas de secreto
        no-infringement-found | whether no infringement was found | si no se halló infracción
        insufficient-information | whether the information is insufficient | si la información es insuficiente
        negligible-impact | whether the impact is negligible | si el efecto es insignificante
        not-occurred-here | whether it did not occur here | si no ocurrió aquí
        immunity-or-privilege | whether an immunity or privilege stands against it | si se opone una inmunidad o privilegio
        ne-bis-in-idem | whether it would punish twice for the same | si supondría castigar dos veces por lo mismo
        extraterritorial-no-offence | whether it happened outside and is no offence here | si ocurrió fuera y no es delito aquí
        no-dual-criminality | whether it is no offence here | si aquí no es delito
        annex-d-offence | whether the offence is listed and grave enough | si el delito está en la lista y es bastante grave
        restricted-to-listed-offences | whether the measure is limited to certain offences | si la medida se limita a ciertos delitos
        measure-unavailable | whether the measure does not exist here | si la medida no existe aquí
        fundamental-rights | whether fundamental rights stand against it | si se oponen los derechos fundamentales
        fundamental-principles | whether fundamental principles stand against it | si se oponen principios fundamentales
        evidence-in-use-elsewhere | whether the evidence is in use elsewhere | si la prueba se usa en otro procedimiento
        certificate-incomplete | whether the certificate is incomplete | si el certificado está incompleto
        conduct-lawful-here | whether the conduct is lawful here | si la conducta es lícita aquí
        request-must-be-revealed | whether the request would have to be revealed | si habría que revelar la solicitud
        requester-consents-to-reveal | whether the requester agrees to reveal it | si la solicitante consiente en revelarla
        court-order-available | whether a court order can be had | si puede obtenerse una orden judicial
        national-law-allows-telecom-access | whether national law allows access to telecom data | si el Derecho nacional permite acceder a datos de telecomunicaciones
        written-confirmation-waived | whether written confirmation is waived | si se dispensa la confirmación escrita
        information-at-hand | whether the information is at hand | si la información está disponible
        justified-circumstances | whether circumstances justify it | si las circunstancias lo justifican
        law-provides-disclosure | whether a law provides for the disclosure | si una ley prevé la comunicación
        demand-legally-enforceable | whether the demand is legally enforceable | si el requerimiento es exigible por ley
        coordinator-agreed | whether a coordinator was agreed | si se acordó quién coordina
        is-financial-instrument | whether the thing is a financial instrument | si se trata de un instrumento financiero
        """;
}
