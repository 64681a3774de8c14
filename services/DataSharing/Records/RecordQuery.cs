using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Records;

/// <summary>What the rest of the service asks of an authority's records; no more than a few thousand are in memory at a time.</summary>
public sealed class RecordQuery(RecordCategories categories)
{
    /// <summary>The fields of a category, each with whether it is personal data; null for a category that is not known.</summary>
    public IReadOnlyList<RecordField>? FieldsOf(string category) => categories.Find(category)?.Fields;

    /// <summary>How many of the session's authority's records are meant.</summary>
    public Task<long> CountAsync(AuthoritySession session, RecordFilter filter, CancellationToken cancellation) =>
        RecordStore.CountAsync(session, filter, cancellation);

    /// <summary>Writes the records that are meant, oldest first, in UTF-8; gives back how many there were.</summary>
    /// <param name="session">The session of the authority that keeps them.</param>
    /// <param name="filter">Which records.</param>
    /// <param name="stream">Where they are written; it is flushed and left open.</param>
    /// <param name="format">CSV only for a category that <see cref="RecordCategory.IsTable"/>.</param>
    /// <param name="leftOut">Paths of fields that are not written, or of objects with all that is in them.</param>
    /// <param name="cancellation">Stops between records.</param>
    public async Task<long> WriteAsync(
        AuthoritySession session,
        RecordFilter filter,
        Stream stream,
        RecordFormat format,
        IReadOnlySet<string> leftOut,
        CancellationToken cancellation
    )
    {
        var category =
            categories.Find(filter.Category)
            ?? throw new ArgumentException($"There is no category {filter.Category}.", nameof(filter));
        if (format == RecordFormat.Csv && !category.IsTable)
        {
            throw new ArgumentException($"Records of {filter.Category} do not fit in a line.", nameof(format));
        }

        var writer = new RecordWriter(stream, category, format, leftOut);
        await writer.BeginAsync(cancellation);
        var written = 0L;
        await foreach (var record in RecordStore.ReadAsync(session, filter, cancellation))
        {
            await writer.WriteAsync(record, cancellation);
            written++;
        }

        await writer.FlushAsync(cancellation);
        return written;
    }
}
