using System.Text.Json;

namespace CaseCoordination.DataSharing.Records;

/// <summary>What names a licence in a register: its number, or else its venue's MIC, or else its holder's LEI.</summary>
/// <param name="Scheme">licence, mic or lei: what the record is found by.</param>
/// <param name="Value">As the record spells it.</param>
public sealed record LicenceKey(string Scheme, string Value);

/// <summary>One row of a register of licences, as far as others may be told of it.</summary>
/// <param name="Number">Its row in the batch, from 1.</param>
/// <param name="Status">In the register's words.</param>
public sealed record LicenceRow(int Number, LicenceKey Key, string Status)
{
    public required string Name { get; init; }
    public string? Holder { get; init; }
    public string? Lei { get; init; }
    public string? Mic { get; init; }
    public string? LicenceNumber { get; init; }
    public string? Kind { get; init; }
    public string? Country { get; init; }
    public string? Supervisor { get; init; }
    public string? ValidFrom { get; init; }
    public string? ValidTo { get; init; }

    /// <summary>The row if it says how a licence that can be told apart stands; null otherwise.</summary>
    public static LicenceRow? Of(StoredRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        using var json = JsonDocument.Parse(record.Body);
        var row = json.RootElement;
        var (number, mic, lei) = (Text("licenceNumber"), Text("mic"), Text("lei"));
        var key =
            number is not null ? new LicenceKey("licence", number)
            : mic is not null ? new LicenceKey("mic", mic)
            : lei is not null ? new LicenceKey("lei", lei)
            : null;
        return key is null || Text("status") is not { } status || Text("name") is not { } name
            ? null
            : new LicenceRow(record.Number, key, status)
            {
                Name = name,
                Holder = Text("holder"),
                Lei = lei,
                Mic = mic,
                LicenceNumber = number,
                Kind = Text("category"),
                Country = Text("country"),
                Supervisor = Text("supervisor"),
                ValidFrom = Text("validFrom"),
                ValidTo = Text("validTo"),
            };

        string? Text(string field) =>
            row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
    }
}
