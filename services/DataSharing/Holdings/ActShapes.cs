using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Platform.Http;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>Shapes of acts as callers write them.</summary>
internal static class ActShapes
{
    private static readonly string[] Purposes = [.. Vocabulary.Purposes];
    private static readonly string[] Recipients = [.. Vocabulary.Recipients.Where(r => r != Holder)];
    private const string Holder = "requester";

    public static IReadOnlyDictionary<string, string> NoFacts { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>An act of a kind; only a disclosure has a recipient, which is named.</summary>
    public static Act Act(this Shape shape, string kind, string? purpose, string? recipient, string? to)
    {
        shape.OneOf("purpose", purpose, Purposes);
        if (kind == ActKinds.Disclosure)
        {
            shape.OneOf("recipient", recipient, Recipients).Text("to", to, 200);
            return new Act(kind, purpose ?? "", recipient ?? "", to);
        }

        shape
            .Must(recipient is null or Holder, "recipient", "not-for-this-act", "Only a disclosure names a recipient.")
            .Must(to is null, "to", "not-for-this-act", "Only a disclosure names a recipient.");
        return new Act(kind, purpose ?? "", Holder, null);
    }
}
