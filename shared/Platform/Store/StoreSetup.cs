using CaseCoordination.Platform.Deadlines;
using CaseCoordination.Platform.Messaging;
using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Storage;
using Npgsql;
using Weasel.Core;

namespace CaseCoordination.Platform.Store;

/// <summary>The one configuration of the event store; migrator, runtime and daemon differ in role only.</summary>
internal static class StoreSetup
{
    public const string Schema = "store";
    public const string AuthoritySetting = "app.authority";

    // The lock of a leader that was killed while its server process slept or waited would hold announcements up for a minute.
    private const string NoticeTheClientIsGone = "-c client_connection_check_interval=2s";

    public static void Configure(StoreOptions options, Aggregates aggregates, string connectionString)
    {
        options.Connection(Complete(connectionString));
        options.DatabaseSchemaName = Schema;
        options.AutoCreateSchemaObjects = AutoCreate.None;
        options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase);

        // Quick draws the sequence number inside the appending transaction; Rich loses events for the daemon (adr 0003).
        options.Events.AppendMode = EventAppendMode.Quick;
        options.Events.StreamIdentity = StreamIdentity.AsGuid;

        // Two writers of one stream wait for each other before a sequence number is drawn. Without the lock the loser burns one,
        // and the daemon holds everything back for seconds until it dares to pass the gap.
        options.Events.UseExclusiveLockOnConcurrentAppends = true;
        options.Events.UseMandatoryStreamTypeDeclaration = true;
        options.Events.MetadataConfig.EnableAll();

        // The stand-in lock package cannot share a data source's connection; a lock held by a transaction works (adr 0002).
        options.Events.UseAdvisoryLockTransaction = true;

        // An outbox may pause but never skip.
        options.Projections.Errors.SkipUnknownEvents = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipApplyErrors = false;

        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Policies.AllDocumentsAreMultiTenanted();
        options.UseRowLevelSecurity(AuthoritySetting);

        foreach (var (type, name) in aggregates.All.SelectMany(a => a.Events))
        {
            options.Events.MapEventType(type, name);
        }

        options.Schema.For<InboxEntry>();
        options.Schema.For<IdempotencyRecord>();
        options.Schema.For<Deadline>().Duplicate(d => d.DueAt);
        options.Schema.For<ParkedStream>().UseNumericRevisions(true);
        options.Schema.For<ParkedMessage>();
        foreach (var document in aggregates.Documents)
        {
            document(options);
        }
    }

    private static string Complete(string connectionString)
    {
        // A connection without prepared statements goes back to its pool by DISCARD ALL, and every append plans the statements
        // of its function again: a millisecond of the server's time. With them the plans stay, and the settings still go.
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
        };
        settings.Options = $"{settings.Options} {NoticeTheClientIsGone}".TrimStart();
        return settings.ConnectionString;
    }
}
