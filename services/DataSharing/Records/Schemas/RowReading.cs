using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CaseCoordination.DataSharing.Records.Domain;

namespace CaseCoordination.DataSharing.Records.Schemas;

/// <summary>
/// What is found while one row is read: the record as it will be stored, what it can be found by, or everything wrong with it.
/// One instance serves all rows of a file in turn.
/// </summary>
public sealed class RowReading : IDisposable
{
    private const int MostKeys = 200;

    // A record with a problem is left half written, and never read.
    internal static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
    private readonly ArrayBufferWriter<byte> _body = new(4096);
    private readonly List<string> _path = [];
    private readonly List<RowProblem> _problems = [];
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    public RowReading() => Body = new Utf8JsonWriter(_body, Options);

    public long Row { get; private set; }
    public IReadOnlyList<RowProblem> Problems => _problems;

    /// <summary>What the record is found by: scheme, colon, value.</summary>
    public IReadOnlyCollection<string> Keys => _keys;

    /// <summary>When it happened; absent where the record does not say.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>The record in its one spelling; complete only when there is no problem.</summary>
    public ReadOnlyMemory<byte> Json => _body.WrittenMemory;
    internal Utf8JsonWriter Body { get; }

    public void Begin(long row)
    {
        Row = row;
        _problems.Clear();
        _keys.Clear();
        At = null;
        _path.Clear();
        _body.ResetWrittenCount();
        Body.Reset(_body);
    }

    /// <summary>Notes a problem at the field that is being read.</summary>
    public void Wrong(string code, string message) => _problems.Add(new RowProblem(Row, Path(), code, message));

    /// <summary>Notes that the row cannot be read at all, whatever was found in it before.</summary>
    public void Unreadable(string code, string message, string field = "")
    {
        _problems.Clear();
        _problems.Add(new RowProblem(Row, field, code, message));
    }

    public void Dispose() => Body.Dispose();

    internal void Enter(string field) => _path.Add(field);

    internal void Enter(int index) => _path.Add($"[{index.ToString(CultureInfo.InvariantCulture)}]");

    internal void Leave() => _path.RemoveAt(_path.Count - 1);

    internal void Find(string scheme, string value)
    {
        if (_keys.Add($"{scheme}:{value}") && _keys.Count > MostKeys)
        {
            Wrong("too-many-identifiers", $"At most {MostKeys} identifiers in one record.");
        }
    }

    internal void Happened(string instant) =>
        At = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private string Path() => string.Join('.', _path).Replace(".[", "[", StringComparison.Ordinal);
}
