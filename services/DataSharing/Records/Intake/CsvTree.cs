using System.Buffers;
using System.Text.Json;
using CaseCoordination.DataSharing.Records.Schemas;

namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>Puts the cells of a line where their fields are in a record; empty cells, and objects of nothing else, are left out.</summary>
internal sealed class CsvTree : IDisposable
{
    private const byte ListSeparator = (byte)'|';
    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789."u8);
    private readonly Branch _root = new("", false, null, -1);
    private readonly ArrayBufferWriter<byte> _record = new(4096);
    private readonly Utf8JsonWriter _writer;

    public CsvTree() => _writer = new Utf8JsonWriter(_record, new JsonWriterOptions { SkipValidation = true });

    /// <summary>Says where the cells of a column go: names and places in lists, parted by points.</summary>
    public void Add(string path, int column, Node node) => _root.Grow(path.Split('.'), column, node);

    /// <summary>The record as JSON, until the next is asked for.</summary>
    public ReadOnlyMemory<byte> Write(CsvCells cells)
    {
        _record.ResetWrittenCount();
        _writer.Reset(_record);
        Write(_root, cells);
        _writer.Flush();
        return _record.WrittenMemory;
    }

    public void Dispose() => _writer.Dispose();

    private static bool IsEmpty(Branch branch, CsvCells cells) =>
        branch.Column >= 0 ? cells[branch.Column].IsEmpty : branch.Branches.TrueForAll(b => IsEmpty(b, cells));

    private void Write(Branch branch, CsvCells cells)
    {
        if (branch.Column >= 0)
        {
            WriteCell(branch.Node!, cells[branch.Column]);
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
