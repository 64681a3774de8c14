using System.Globalization;
using CaseCoordination.Platform.Messaging;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>
/// The id of a released item, which both sides derive: of the recipient's holding, of the releasing authority's trail, and of
/// the conversation of every letter about it.
/// </summary>
public static class HoldingIds
{
    public static Guid Of(Guid package, int number, string recipient) =>
        DeterministicId.Of("holding", package.ToString("N"), number.ToString(CultureInfo.InvariantCulture), recipient);
}
