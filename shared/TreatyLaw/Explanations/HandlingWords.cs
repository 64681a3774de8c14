namespace CaseCoordination.TreatyLaw;

internal static class HandlingWords
{
    public const string Table = """
        phrase.purposes | For | Para
        phrase.recipients | Towards | Frente a
        phrase.keep | At most | Como máximo
        phrase.only-for | Only for | Solo para
        phrase.may-go-to | May go on to | Puede pasar a
        phrase.keep-until | To be deleted after | Debe suprimirse después del
        op.use | Use | Uso
        op.disclose | Disclosure | Comunicación
        op.transfer | Transfer of personal data | Transmisión de datos personales
        op.retain | Keeping | Conservación
        effect.allow | allowed | permitido
        effect.notify | with notice beforehand | previo aviso
        effect.consult | after consulting the provider | previa consulta a la autoridad de origen
        effect.assure | if the recipient's compliance is assured | si se asegura el cumplimiento del destinatario
        effect.objection-window | unless the provider objects in time | salvo oposición en plazo de la autoridad de origen
        effect.consent | with the originator's consent | con el consentimiento de la autoridad de origen
        effect.deny | not allowed, unless the originator consents | no permitido, salvo consentimiento de la autoridad de origen
        purpose.request-purpose | the purpose of the request | el fin de la solicitud
        purpose.same-framework | the same legal framework | el mismo marco jurídico
        purpose.other-within-act | another purpose within the act | otro fin dentro del acto
        purpose.outside-act | a purpose outside the act | un fin ajeno al acto
        purpose.criminal-same-conduct | criminal proceedings on the same conduct | el proceso penal por la misma conducta
        purpose.sro-surveillance | surveillance by a self-regulatory organisation | la vigilancia de una entidad autorreguladora
        purpose.prove-infringement | proving the infringement | probar la infracción
        purpose.bring-about-cessation | bringing about its cessation | lograr su cese
        purpose.tax | tax | fines tributarios
        purpose.aml | money laundering | blanqueo de capitales
        purpose.civil-litigation | civil litigation | litigios civiles
        purpose.statistics | statistics | estadística
        purpose.legal-demand | a legal demand | un requerimiento legal
        purpose.other | any other purpose | cualquier otro fin
        recipient.requester | the holder itself | la propia tenedora
        recipient.own-prosecutor | its prosecutor | su fiscalía
        recipient.own-sro | its self-regulatory organisation | su entidad autorreguladora
        recipient.own-other-authority | another authority of its state | otra autoridad de su Estado
        recipient.third-country-authority | an authority of a third country | una autoridad de un tercer país
        recipient.court | the court seized of its case | el tribunal que conoce de su asunto
        recipient.court-on-demand | a court that demands it | un tribunal que lo requiere
        recipient.public | the public | el público
        recipient.subject-person | the person concerned | la persona afectada
        recipient.other | anybody else | cualquier otro
        """;
}
