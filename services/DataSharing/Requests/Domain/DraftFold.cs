namespace CaseCoordination.DataSharing.Requests.Domain;

/// <summary>How a file changes until the request is with the other side.</summary>
internal static class DraftFold
{
    public static Request Draft(Request file, RequestDrafted e) =>
        file with
        {
            Id = e.RequestId,
            AskId = e.AskId,
            Authority = e.Authority,
            Side = Side.Asker,
            Other = e.To,
            Reference = e.Reference,
            CaseId = e.CaseId,
            Content = e.Content,
            Groups = [.. e.Groups],
            Members = [.. e.Members],
            OpenedAt = e.At,
        };

    /// <summary>Of drafts that overtook each other the last one counts, and none once the request itself is here.</summary>
    public static Request Consult(Request file, ConsultationReceived e)
    {
        var isLast = file.Submission is null && file.Consultations.All(c => c.Number < e.Number);
        return file with
        {
            Id = e.RequestId,
            AskId = e.AskId,
            Authority = e.Authority,
            Side = Side.Asked,
            Other = e.From,
            Reference = e.Reference,
            TheirReference = e.TheirReference,
            Content = isLast ? e.Content : file.Content,
            Basis = isLast ? e.Basis : file.Basis,
            Groups = file.Authority.Length == 0 ? [.. e.Groups] : file.Groups,
            Consultations = [.. file.Consultations.Add(new(e.Number, e.LetterId, e.At)).OrderBy(c => c.Number)],
            OpenedAt = file.Authority.Length == 0 ? e.At : file.OpenedAt,
        };
    }

    public static Request Advise(Request file, ConsultationAnswered e) =>
        file with
        {
            Consultations =
            [
                .. file.Consultations.Select(c =>
                    c.Number == e.Number
                        ? c with
                        {
                            Advice = e.Advice,
                            Comment = e.Comment,
                            ReplyLetterId = e.LetterId,
                            RepliedAt = e.At,
                        }
                        : c
                ),
            ],
        };

    public static Request Submit(Request file, RequestSubmitted e) =>
        LifeFold.Date(file, e.Due, null) with
        {
            Stop = null,
            Submission = new(e.Number, e.LetterId, e.Acknowledge, e.Confirm, e.At),
        };

    public static Request Receive(Request file, RequestReceived e) =>
        LifeFold.Date(file, e.Due, null) with
        {
            Id = e.RequestId,
            AskId = e.AskId,
            Authority = e.Authority,
            Side = Side.Asked,
            Other = e.From,
            Reference = e.Reference,
            TheirReference = e.TheirReference,
            Content = e.Content,
            Basis = e.Basis,
            Groups = file.Authority.Length == 0 ? [.. e.Groups] : file.Groups,
            Submission = new(e.Number, e.LetterId, e.Acknowledge, e.Confirm, e.SubmittedAt) { DeliveredAt = e.At },
            OpenedAt = file.Authority.Length == 0 ? e.At : file.OpenedAt,
        };
}
