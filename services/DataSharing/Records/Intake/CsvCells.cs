namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>The cells of one line, with quotation marks taken off.</summary>
internal sealed class CsvCells(byte separator)
{
    private readonly List<(int Start, int Length)> _cells = [];
    private byte[] _bytes = new byte[4096];
    private int _written;

    public int Count => _cells.Count;

    public ReadOnlySpan<byte> this[int index] => _bytes.AsSpan(_cells[index].Start, _cells[index].Length);

    /// <summary>Reads a line; false when quotation marks are not where they may be.</summary>
    public bool Read(ReadOnlySpan<byte> line)
    {
        _cells.Clear();
        if (_bytes.Length < line.Length)
        {
            _bytes = new byte[line.Length * 2];
        }

        _written = 0;
        for (var at = 0; ; at++)
        {
            var start = _written;
            if (at < line.Length && line[at] == '"')
            {
                if (!Unquote(line, ref at))
                {
                    return false;
                }
            }
            else
            {
                var length = line[at..].IndexOf(separator);
                var cell = length < 0 ? line[at..] : line.Slice(at, length);
                if (cell.Contains((byte)'"'))
                {
                    return false;
                }

                cell.CopyTo(_bytes.AsSpan(_written));
                _written += cell.Length;
                at += cell.Length;
            }

            _cells.Add((start, _written - start));
            if (at >= line.Length)
            {
                return true;
            }
        }
    }

    /// <summary>Adds a cell behind those of the line.</summary>
    public void Add(ReadOnlySpan<byte> cell)
    {
        if (_bytes.Length < _written + cell.Length)
        {
            Array.Resize(ref _bytes, 2 * (_written + cell.Length));
        }

        cell.CopyTo(_bytes.AsSpan(_written));
        _cells.Add((_written, cell.Length));
        _written += cell.Length;
    }

    // Leaves `at` on the separator, or behind the line.
    private bool Unquote(ReadOnlySpan<byte> line, ref int at)
    {
        at++;
        while (at < line.Length)
        {
            if (line[at] != '"')
            {
                _bytes[_written++] = line[at++];
                continue;
            }

            at++;
            if (at == line.Length || line[at] != '"')
            {
                return at == line.Length || line[at] == separator;
            }

            _bytes[_written++] = line[at++];
        }

        return false;
    }
}
