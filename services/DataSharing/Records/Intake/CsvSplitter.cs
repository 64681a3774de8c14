namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>Lines of a CSV file (RFC 4180), in which a cell in quotation marks may hold line breaks.</summary>
internal sealed class CsvSplitter(Stream stream, int maxRowBytes, byte separator) : RowSplitter(stream, maxRowBytes)
{
    private Place _place;

    private enum Place
    {
        CellStart,
        Plain,
        Quoted,
        QuoteSeen,
    }

    protected override int FindEnd(ReadOnlySpan<byte> fresh)
    {
        for (var i = 0; i < fresh.Length; i++)
        {
            var b = fresh[i];
            if (_place == Place.Quoted)
            {
                var quote = fresh[i..].IndexOf((byte)'"');
                if (quote < 0)
                {
                    return -1;
                }

                i += quote;
                _place = Place.QuoteSeen;
            }
            else if (b == '\n')
            {
                _place = Place.CellStart;
                return i;
            }
            else
            {
                _place =
                    b == separator ? Place.CellStart
                    : b == '"' && _place is Place.CellStart or Place.QuoteSeen ? Place.Quoted
                    : Place.Plain;
            }
        }

        return -1;
    }

    protected override void End(bool isEmpty)
    {
        if (_place == Place.Quoted)
        {
            throw new UnreadableFileException(
                "quote-open",
                "A quotation mark is opened and never closed; what follows it cannot be told apart."
            );
        }
    }
}
