using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CaseCoordination.Platform.Http;

/// <summary>A place in a sorted list, opaque to callers: the sort key and the id of the last item seen.</summary>
public sealed record Cursor(string Key, Guid Id)
{
    /// <summary>The place of an item that is sorted by an instant.</summary>
    public static Cursor At(DateTimeOffset instant, Guid id) =>
        new(instant.ToString("O", CultureInfo.InvariantCulture), id);

    /// <summary>The instant of the item last seen, in UTC; false when the key is none, as only a forged cursor's is.</summary>
    public bool TryInstant(out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(
            Key,
            "O",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal,
            out instant
        );

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>Reads a cursor; null for absent, false for one that this system did not give out.</summary>
    public static bool TryRead(string? text, out Cursor? cursor)
    {
        cursor = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        try
        {
            if (text.Length <= 512 && Base64Url.IsValid(text))
            {
                cursor = JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(text));
            }
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            return false;
        }

        return cursor?.Key is not null;
    }
}

/// <summary>One page of a list; <c>Next</c> is absent on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Cuts pages.</summary>
public static class Pages
{
    /// <summary>Cuts a page out of one item more than was asked for.</summary>
    public static Page<T> Cut<T>(IReadOnlyList<T> found, int size, Func<T, Cursor> at) =>
        found.Count > size
            ? new Page<T>(found.Take(size).ToList(), at(found[size - 1]).ToString())
            : new Page<T>(found, null);
}
