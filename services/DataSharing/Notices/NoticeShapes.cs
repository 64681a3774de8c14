using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Requests;
using CaseCoordination.Platform.Http;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>What is made known, as a caller writes it.</summary>
/// <param name="Kind">information, licence-granted, licence-changed, licence-refused, licence-withdrawn, sanction, measure or warning.</param>
/// <param name="Effective">First day on which it holds; needed for all but information and warnings.</param>
/// <param name="TheirTitle">The number of the decision or order.</param>
public sealed record NoticeBody(
    string? Kind,
    string? Title,
    string? Text,
    MatterInput? Matter,
    SubjectInput?[]? Subjects = null,
    string? Effective = null,
    string? TheirTitle = null,
    string? Tlp = null
);

/// <summary>Shapes of notices.</summary>
internal static class NoticeShapes
{
    internal const string Tlp = "TLP:AMBER";

    /// <summary>The content if its shape is right; everything wrong is noted otherwise.</summary>
    public static NoticeContent Notice(this Shape shape, NoticeBody? body)
    {
        if (body is null)
        {
            shape.Wrong("content", "required", "Say what is made known.");
            return NoticeContent.None;
        }

        var names = body.Kind is "information" or "warning";
        shape
            .OneOf("content.kind", body.Kind, NoticeKinds.All)
            .Text("content.title", body.Title, 200)
            .Text("content.text", body.Text, 20_000)
            .Matter(body.Matter, "content.matter")
            .Optional("content.theirTitle", body.TheirTitle, 200)
            .OneOf("content.tlp", body.Tlp ?? Tlp, Shapes.Tlp)
            .Must(names || body.Effective is not null, "content.effective", "required", "Say from which day it holds.")
            .Must(
                names || body.Subjects is { Length: > 0 },
                "content.subjects",
                "required",
                "Say whom it is about, with an identifier by which others can find them."
            );
        if (body.Effective is not null)
        {
            shape.Date("content.effective", body.Effective);
        }

        var subjects = shape.Subjects("content.subjects", body.Subjects);
        return shape.IsWrong
            ? NoticeContent.None
            : new NoticeContent(
                body.Kind!,
                body.Title!,
                body.Text!,
                body.Matter!.ToMatter(),
                subjects,
                body.Effective,
                body.TheirTitle,
                body.Tlp ?? Tlp
            );
    }
}
