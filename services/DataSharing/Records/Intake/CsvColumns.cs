using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>What the columns of a CSV file stand for, and lines of it as records.</summary>
internal sealed class CsvColumns : IDisposable
{
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789."u8);
    private const byte ListSeparator = (byte)'|';
    private readonly Branch _root = new("", false, null, -1);
    private readonly List<(string Path, int Column)> _columns = [];
    private readonly List<byte[]> _fixed = [];
    private readonly ArrayBufferWriter<byte> _record = new(4096);
    private readonly Utf8JsonWriter _writer;
    private readonly int _headings;

    /// <summary>Understands the first line; throws with every heading that is not understood.</summary>
    public CsvColumns(CsvCells headings, RecordCategory category, CsvReading reading, int maxColumns)
    {
        _headings = headings.Count;
        _writer = new Utf8JsonWriter(_record, new JsonWriterOptions { SkipValidation = true });
        if (headings.Count > maxColumns)
        {
            throw new UnreadableFileException(
                "too-many-columns",
                $"At most {maxColumns} columns; these are {headings.Count}."
            );
        }

        var problems = new List<FieldProblem>();
        for (var i = 0; i < headings.Count; i++)
        {
            Understand(headings, i, category, reading, problems);
        }

        foreach (var (path, value) in reading.Fixed)
        {
            Add(path, _headings + _fixed.Count, category, $"set.{path}", problems);
            _fixed.Add(Encoding.UTF8.GetBytes(value));
        }

        problems.AddRange(Missing(category));
        if (problems.Count > 0)
        {
            throw new UnreadableFileException(problems);
        }
    }

    /// <summary>A line as JSON; absent with the reason where it is none.</summary>
    public RawRow Read(long row, CsvCells cells)
    {
        if (cells.Count != _headings)
        {
            return new RawRow(row, default, "cell-count", $"{cells.Count} cells under {_headings} headings.");
        }

        var bad = _columns.Find(c => c.Column < _headings && !Utf8.IsValid(cells[c.Column]));
        if (bad.Path is not null)
        {
            return new RawRow(row, default, "not-utf8", $"Column {bad.Column + 1} is not UTF-8.", bad.Path);
        }

        _record.ResetWrittenCount();
        _writer.Reset(_record);
        Write(_root, cells);
        _writer.Flush();
        return new RawRow(row, _record.WrittenMemory);
    }

    public void Dispose() => _writer.Dispose();

    private void Understand(
        CsvCells headings,
        int column,
        RecordCategory category,
        CsvReading reading,
        List<FieldProblem> problems
    )
    {
        var field = $"columns[{column}]";
        if (!Utf8.IsValid(headings[column]))
        {
            problems.Add(new FieldProblem(field, "not-utf8", "The heading is not UTF-8; send the file as UTF-8."));
            return;
        }

        var heading = Encoding.UTF8.GetString(headings[column]).Trim();
        if (reading.Map.TryGetValue(Names.FoldField(heading), out var mapped))
        {
            if (mapped.Length > 0)
            {
                Add(mapped, column, category, field, problems);
            }
        }
        else if (category.PathOf(heading) is { } path)
        {
            Add(path, column, category, field, problems);
        }
        else
        {
            problems.Add(
                new FieldProblem(
                    field,
                    "column-unknown",
                    $"No field is known for '{Shown(heading)}': say map={Shown(heading)}:field, or map={Shown(heading)}: to leave it out."
                )
            );
        }
    }

    private void Add(string path, int column, RecordCategory category, string field, List<FieldProblem> problems)
    {
        if (_columns.Any(c => c.Path == path))
        {
            problems.Add(new FieldProblem(field, "column-twice", $"Another column stands for {path} already."));
            return;
        }

        _columns.Add((path, column));
        _root.Grow(path.Split('.'), column, category.NodeAt(path));
    }

    private IEnumerable<FieldProblem> Missing(RecordCategory category) =>
        category
            .Root.Fields.Where(f => f.IsRequired && f.Node.Default is null)
            .Where(f => !_columns.Any(c => c.Path.Split('.')[0] == f.Name))
            .Select(f => new FieldProblem(
                f.Name,
                "column-missing",
                $"Every record has {f.Name}; no column stands for it."
            ));

    private ReadOnlySpan<byte> Cell(CsvCells cells, int column) =>
        column < _headings ? cells[column] : _fixed[column - _headings];

    private bool IsEmpty(Branch branch, CsvCells cells) =>
        branch.Column >= 0 ? Cell(cells, branch.Column).IsEmpty : branch.Branches.TrueForAll(b => IsEmpty(b, cells));

    private void Write(Branch branch, CsvCells cells)
    {
        if (branch.Column >= 0)
        {
            WriteCell(branch.Node!, Cell(cells, branch.Column));
            return;
        }

        var isList = branch.Branches.Count > 0 && branch.Branches[0].IsPlace;
        if (isList)
        {
            _writer.WriteStartArray();
        }
        else
        {
            _writer.WriteStartObject();
        }

        foreach (var part in branch.Branches.Where(b => !IsEmpty(b, cells)))
        {
            if (!isList)
            {
                _writer.WritePropertyName(part.Name);
            }

            Write(part, cells);
        }

        if (isList)
        {
            _writer.WriteEndArray();
        }
        else
        {
            _writer.WriteEndObject();
        }
    }

    private void WriteCell(Node node, ReadOnlySpan<byte> cell)
    {
        if (node is not ListNode { Items: ScalarNode items })
        {
            WriteValue((ScalarNode)node, cell);
            return;
        }

        _writer.WriteStartArray();
        foreach (var range in cell.Split(ListSeparator))
        {
            WriteValue(items, cell[range]);
        }

        _writer.WriteEndArray();
    }

    // Cells are texts; one that is to be a number or a truth and is none is left a text, and refused as such.
    private void WriteValue(ScalarNode node, ReadOnlySpan<byte> cell)
    {
        var isOther = node.Type switch
        {
            "boolean" => cell.SequenceEqual("true"u8) || cell.SequenceEqual("false"u8),
            "string" => false,
            _ => IsNumber(cell),
        };
        if (isOther)
        {
            _writer.WriteRawValue(cell, skipInputValidation: true);
        }
        else
        {
            _writer.WriteStringValue(cell);
        }
    }

    private static bool IsNumber(ReadOnlySpan<byte> cell)
    {
        var digits = cell.StartsWith("-"u8) ? cell[1..] : cell;
        return digits.Length is > 0 and < 40
            && digits.IndexOfAnyExcept(NumberBytes) < 0
            && digits[0] != '.'
            && digits[^1] != '.'
            && digits.Count((byte)'.') <= 1
            && (digits[0] != '0' || digits.Length == 1 || digits[1] == '.');
    }

    private static string Shown(string heading) => new([.. heading.Where(c => !char.IsControl(c)).Take(60)]);

    /// <summary>A name, or a place in a list, on the way to a column.</summary>
    private sealed record Branch(string Name, bool IsPlace, Node? Node, int Column)
    {
        public List<Branch> Branches { get; } = [];

        public void Grow(ReadOnlySpan<string> path, int column, Node node)
        {
            var name = path[0];
            var isPlace = char.IsAsciiDigit(name[0]);
            if (path.Length == 1)
            {
                Branches.Add(new Branch(name, isPlace, node, column));
                return;
            }

            var next = Branches.Find(b => b.Name == name && b.Column < 0);
            if (next is null)
            {
                Branches.Add(next = new Branch(name, isPlace, null, -1));
            }

            next.Grow(path[1..], column, node);
        }
    }
}

/// <summary>How a caller wants a CSV file to be read.</summary>
/// <param name="Separator">Between cells.</param>
/// <param name="Map">Folded heading to field; empty leaves the column out.</param>
/// <param name="Fixed">Field and the value it has in every record.</param>
internal sealed record CsvReading(
    byte Separator,
    IReadOnlyDictionary<string, string> Map,
    IReadOnlyList<(string Path, string Value)> Fixed
);
