using CaseCoordination.Platform.Store;
using MassTransit;

namespace CaseCoordination.AccessPoint.Letters;

/// <summary>How consumers of the border open sessions and recognise messages they have had.</summary>
internal static class Inbox
{
    public static AuthoritySession For(
        this AuthoritySessions sessions,
        ConsumeContext context,
        string authority,
        Guid conversation
    ) => sessions.Open(authority, "border", conversation.ToString("N"), context.MessageId?.ToString("N"));

    public static InboxEntry Once(ConsumeContext context, DateTimeOffset now) =>
        new() { Id = $"access-point/{context.MessageId:N}", At = now };
}
