namespace CaseCoordination.TreatyLaw;

internal static class DutyWords
{
    public const string Table = """
        attach-handling | attach the conditions of use to what is given | adjuntar las condiciones de uso a lo que se entrega
        suggest-other-basis | suggest another basis or channel | sugerir otra base o vía
        keep-approach-confidential | keep the approach confidential | mantener la consulta en secreto
        confirm-basis-change | have the requester confirm the change of basis | pedir a la solicitante que confirme el cambio de base
        note-pinned-basis | note that the requester pinned the basis | anotar que la solicitante fijó la base
        record-domestic-step | record the step under domestic law | registrar el trámite de Derecho interno
        named-official-decides | a named official decides | decide una persona designada
        give-reasons | give reasons | motivar
        consult | consult the other side | consultar a la otra parte
        invite-non-duplicative-showing | invite the requester to show that its relief is not duplicative | invitar a la solicitante a mostrar que lo que pretende no es reiterativo
        notify-requester | notify the requester | notificar a la solicitante
        notify-esma | notify ESMA | notificar a la AEVM
        notify-commission | notify the Commission | notificar a la Comisión
        notify-all-concerned | notify all authorities concerned | notificar a todas las autoridades afectadas
        notify-liaison-offices | notify the liaison offices | notificar a las oficinas de enlace
        inform-issuer | inform the issuing authority | informar a la autoridad de emisión
        inform-issuer-immediately | inform the issuing authority at once | informar de inmediato a la autoridad de emisión
        list-missing | list what is missing | enumerar lo que falta
        confirm-in-writing | confirm in writing | confirmar por escrito
        do-not-act | do not act on the request | no actuar sobre la solicitud
        offer-withdraw-or-suspend | let the requester withdraw or suspend | permitir a la solicitante retirar o suspender
        consult-before-revealing | consult before revealing the request | consultar antes de revelar la solicitud
        pending-rule-unstated | the instrument does not say what becomes of open requests | el instrumento no dice qué ocurre con las solicitudes abiertas
        block-until-consent | hold back until there is consent | retener hasta que haya consentimiento
        store-consent-conditions | keep the conditions of the consent | guardar las condiciones del consentimiento
        bind-to-agreed-purpose | bind the recipient to the agreed purpose | vincular al destinatario al fin acordado
        notify-provider-before-use | tell the provider before the use | avisar a la autoridad de origen antes del uso
        notify-provider-before-complying | tell the provider before complying | avisar a la autoridad de origen antes de cumplir
        assert-privileges | assert exemptions and privileges | invocar exenciones y privilegios
        notify-sender-immediately | tell the sender at once | avisar de inmediato a la remitente
        consult-provider | consult the provider | consultar a la autoridad de origen
        assure-recipient-complies | make sure that the recipient will comply | asegurar que el destinatario cumplirá
        hold-combined-until-consent | hold the combined product until there is consent | retener el producto conjunto hasta que haya consentimiento
        offer-redacted-version | offer a version without the items that wait | ofrecer una versión sin los elementos pendientes
        provider-consents-promptly | the provider answers promptly on consent | la autoridad de origen responde pronto sobre el consentimiento
        protect-reporting-source | protect whoever made the report | proteger a quien hizo la comunicación
        state-reasons-with-documents | state reasons with documents | exponer los motivos con documentos
        others-continue | the others go on | las demás continúan
        act-simultaneously | act at the same time | actuar a la vez
        hear-trader | hear the trader | oír al comerciante
        publish-by-decision-only | publish only by common decision | publicar solo por decisión común
        commission-coordinates | the Commission coordinates | coordina la Comisión
        shall-join | the authority joins | la autoridad se incorpora
        """;
}
