using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Letters;
using CaseCoordination.DataSharing.Requests.Letters;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>Writes letters of a notice: an offer asks the law, all else rests on it.</summary>
public static class Outbound
{
    public static NoticeLetterWritten Offer(Notice notice, Entitlement to, Turn turn)
    {
        var c = notice.Content;
        return Write(
            notice,
            to.Partner,
            NoticeLetterKinds.Offer,
            new NoticeOfferLetter
            {
                Reference = notice.Reference,
                Kind = c.Kind,
                Title = c.Title,
                Text = c.Text,
                Matter = new(
                    c.Matter.Code,
                    c.Matter.Over,
                    c.Matter.FinancialInstrument,
                    c.Matter.ConductFrom,
                    c.Matter.ConductTo
                ),
                Subjects = Told.Of(c.Subjects),
                Effective = c.Effective,
                TheirTitle = c.TheirTitle,
                Tlp = c.Tlp,
            },
            to.Ask(c),
            null,
            turn
        );
    }

    public static NoticeLetterWritten Reply<T>(
        Notice notice,
        string to,
        string kind,
        T content,
        Guid reliesOn,
        Turn turn
    )
        where T : LetterContent => Write(notice, to, kind, content, null, reliesOn, turn);

    private static NoticeLetterWritten Write<T>(
        Notice notice,
        string to,
        string kind,
        T content,
        NoticeAsk? ask,
        Guid? reliesOn,
        Turn turn
    )
        where T : LetterContent =>
        new(
            notice.Id,
            LetterIds.Of(turn.Seed, to, kind),
            to,
            kind,
            LetterJson.Write(content),
            ask,
            reliesOn,
            NoticeLetterKinds.IsClosing(kind),
            [.. notice.Groups],
            turn.By,
            turn.Now
        );
}
