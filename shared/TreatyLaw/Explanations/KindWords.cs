namespace CaseCoordination.TreatyLaw;

internal static class KindWords
{
    public const string Table = """
        info.files | information on file | información en los expedientes
        info.transactions | transaction records | registros de operaciones
        info.bank | bank records | registros bancarios
        info.brokerage | brokerage records | registros de intermediación
        info.crypto-account | records of crypto-asset accounts | registros de cuentas de criptoactivos
        info.beneficial-owner | beneficial ownership | titularidad real
        info.audit-papers | audit work papers | papeles de trabajo de auditoría
        statement.take | taking a statement | toma de declaración
        statement.compel-attendance | compelling attendance | comparecencia obligatoria
        inspect.onsite | an on-site inspection | una inspección in situ
        investigate.open | opening an investigation | apertura de una investigación
        investigate.joint | a joint investigation | una investigación conjunta
        freeze.assets | freezing assets | bloqueo de activos
        freeze.advise | advice on how to freeze | asesoramiento sobre el bloqueo
        records.isp-existing | existing internet records | registros existentes de internet
        records.phone-existing | existing telephone records | registros telefónicos existentes
        records.recordings-regulated | recordings held by regulated firms | grabaciones de empresas reguladas
        records.subscriber | identity of a subscriber | identidad de un abonado
        content.messages | content of messages | contenido de mensajes
        cease.practice | stopping a practice | cese de una práctica
        enforce.measures | enforcement measures | medidas de ejecución
        recover.fines | recovery of fines | cobro de multas
        evidence.preserve | preserving evidence | conservación de pruebas
        data.recurring | recurring data | datos periódicos
        documents.access | access to documents | acceso a documentos
        flows.trace | tracing flows | rastreo de flujos
        test.purchase | test purchases | compras de prueba
        interim.measures | interim measures | medidas provisionales
        commitments.seek | seeking commitments | obtención de compromisos
        interface.takedown | taking down an online interface | retirada de una interfaz en línea
        fines.impose | imposing fines | imposición de multas
        """;
}
