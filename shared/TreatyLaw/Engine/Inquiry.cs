using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw.Engine;

/// <summary>A request with what every instrument that is tried for it asks again.</summary>
internal sealed class Inquiry(LawBook book, AssistanceRequest request)
{
    private AuthorityProfile? provider;
    private AuthorityProfile? receiver;
    private ImmutableArray<ClockEvent> events;

    public LawBook Book => book;

    public AssistanceRequest Request => request;

    public AuthorityProfile Provider => provider ??= book.Authority(request.Provider)!;

    public AuthorityProfile Receiver => receiver ??= book.Authority(request.Receiver)!;

    /// <summary>The events that the request sets off.</summary>
    public ImmutableArray<ClockEvent> Events => events.IsDefault ? events = RequestEvents.Of(request) : events;

    /// <summary>Each kind of assistance that is asked for, as often as it was named.</summary>
    public ImmutableArray<AskedKind> Asked { get; } = [.. request.Kinds.Select(AskedKind.Of)];

    /// <summary>Each kind once.</summary>
    public ImmutableArray<string> Kinds { get; } = [.. request.Kinds.Distinct(StringComparer.Ordinal)];

    public KnownFacts Known { get; } = new(request.Facts);

    public FactCheck Facts => new(Known, Provider.Jurisdiction, Receiver.Jurisdiction, null);
}
