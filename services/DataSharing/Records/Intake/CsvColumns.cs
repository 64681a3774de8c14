using System.Text;
using System.Text.Unicode;
using CaseCoordination.DataSharing.Records.Schemas;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>What the columns of a CSV file stand for, and lines of it as records.</summary>
internal sealed class CsvColumns : IDisposable
{
    private readonly CsvTree _tree = new();
    private readonly List<(string Path, int Column)> _columns = [];
    private readonly List<byte[]> _fixed = [];
    private readonly int _headings;

    /// <summary>Understands the first line; throws with every heading that is not understood.</summary>
    public CsvColumns(CsvCells headings, RecordCategory category, CsvReading reading, int maxColumns)
    {
        _headings = headings.Count;
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

        foreach (var value in _fixed)
        {
            cells.Add(value);
        }

        var bad = _columns.Find(c => !Utf8.IsValid(cells[c.Column]));
        if (bad.Path is not null)
        {
            return new RawRow(row, default, "not-utf8", $"Column {bad.Column + 1} is not UTF-8.", bad.Path);
        }

        return new RawRow(row, _tree.Write(cells));
    }

    public void Dispose() => _tree.Dispose();

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
        _tree.Add(path, column, category.NodeAt(path));
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

    private static string Shown(string heading) => new([.. heading.Where(c => !char.IsControl(c)).Take(60)]);
}
