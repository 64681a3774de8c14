using CaseCoordination.DataSharing.Records.Domain;
using CaseCoordination.DataSharing.Records.Questions;
using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Records;

/// <summary>Brings the slices to the store and the routes.</summary>
public static class RecordsModule
{
    public static EventStoreBuilder AddRecords(this EventStoreBuilder store) =>
        store
            .Aggregate<RecordBatch, RecordBatchEvent>(
                "record-batch",
                batches =>
                    batches
                        .Event<RecordsIngested>("records-ingested")
                        .Event<RecordsWithdrawn>("records-withdrawn")
                        .Event<LicenceNoticesDrafted>("licence-notices-drafted")
                        .Views((batch, facts) => [BatchEntry.Of(batch, facts)])
                        .Announce(RecordAnnouncements.Announce)
            )
            .Document<BatchEntry>(entry => entry.Duplicate(e => e.Category).Duplicate(e => e.IngestedAt))
            .Tables(RecordStore.Sql, RecordStore.Records, RecordStore.Keys, RecordStore.Reads);

    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration)
    {
        // A packed file that is cut off would otherwise end as if it were whole.
        AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);
        var settings = configuration.GetSection("Records").Get<RecordSettings>() ?? new RecordSettings();
        return services
            .AddExamples(RecordExamples.All)
            .AddSingleton(settings)
            .AddSingleton(RecordCategories.Load(settings.Schemas))
            .AddSingleton<RecordQuery>();
    }

    public static void MapRecords(this IEndpointRouteBuilder app)
    {
        ListCategories.Map(app);
        var records = app.MapGroup("/api/records").WithTags("Records");
        IngestRecords.Map(records, app.ServiceProvider.GetRequiredService<RecordSettings>());
        ListRecords.Map(records);
        var batches = app.MapGroup("/api/record-batches").WithTags("Record batches");
        ShowBatches.Map(batches);
        WithdrawBatch.Map(batches);
        ListReads.Map(app);
    }
}
