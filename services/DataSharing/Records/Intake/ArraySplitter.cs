namespace CaseCoordination.DataSharing.Records.Intake;

/// <summary>
/// The members of one JSON array, or one object that stands alone. Whether a member is right JSON is judged by whoever parses
/// it; here only quotes and brackets are followed.
/// </summary>
internal sealed class ArraySplitter(Stream stream, int maxRowBytes) : RowSplitter(stream, maxRowBytes)
{
    private Place _place;
    private int _depth;
    private bool _isText;
    private bool _isEscaped;

    private enum Place
    {
        Before,
        Inside,
        Alone,
        After,
    }

    /// <summary>True for the bytes before and after the array, which are no row.</summary>
    public bool IsOutside { get; private set; }

    /// <summary>True for what ends with the array; an array without members has one row, and that is blank.</summary>
    public bool IsLast => _place == Place.After;

    protected override int FindEnd(ReadOnlySpan<byte> fresh)
    {
        IsOutside = _place == Place.After;
        for (var i = 0; i < fresh.Length; i++)
        {
            if (IsEnd(fresh[i]))
            {
                return i;
            }
        }

        return -1;
    }

    protected override void End(bool isEmpty)
    {
        if (_place == Place.Inside || (_place == Place.Alone && (_depth > 0 || _isText)))
        {
            throw new UnreadableFileException("json-truncated", "The file ends inside its JSON.");
        }
    }

    private bool IsEnd(byte b)
    {
        if (_isText)
        {
            (_isText, _isEscaped) = (_isEscaped || b != '"', !_isEscaped && b == '\\');
            return false;
        }

        switch (_place)
        {
            case Place.Before when b == '[':
                (_place, IsOutside) = (Place.Inside, true);
                return true;
            case Place.Before when b == '{':
                (_place, _depth) = (Place.Alone, 1);
                return false;
            case Place.Before or Place.After when b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'):
                throw new UnreadableFileException(
                    "not-an-array",
                    "The file must be one JSON array of objects, or one object."
                );
            case Place.Inside when _depth == 0 && b == ',':
                return true;
            case Place.Inside when _depth == 0 && b == ']':
                _place = Place.After;
                return true;
            default:
                _isText = b == '"';
                _depth +=
                    b is (byte)'{' or (byte)'[' ? 1
                    : b is (byte)'}' or (byte)']' ? -1
                    : 0;
                return false;
        }
    }
}
