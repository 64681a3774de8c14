using CaseCoordination.CaseIntake.Cases;
using CaseCoordination.CaseIntake.Cases.Domain;
using CaseCoordination.CaseIntake.Cases.Exhibits;
using CaseCoordination.Testing;
using static CaseCoordination.CaseIntake.Tests.Samples;

namespace CaseCoordination.CaseIntake.Tests.Cases;

public sealed class AddPartsTests
{
    private static readonly CaseClosed Closed = new("settled", "Paid.", Officer, Noon);
    private static readonly AddSubject AddSubject = new(
        SubjectId,
        TheSubject.Kind,
        TheSubject.Name,
        TheSubject.Identifiers
    );
    private static readonly AddAllegation AddAllegation = new(
        AllegationId,
        TheAllegation.Text,
        TheAllegation.Provisions
    );
    private static readonly AddExhibit AddExhibit = new(
        ExhibitId,
        TheExhibit.Title,
        TheExhibit.FileName,
        TheExhibit.MediaType,
        TheExhibit.Size,
        TheExhibit.Sha256,
        TheExhibit.Tlp,
        TheExhibit.Handling,
        TheExhibit.Provenance
    );

    [Fact]
    public void A_subject_is_added() =>
        new Given<Case, CaseEvent>(Opened).When(c => AddSubject.Decide(c, AddSubject, Turn())).Then(TheSubject);

    [Fact]
    public void Another_subject_cannot_take_its_id() =>
        new Given<Case, CaseEvent>(Opened, TheSubject)
            .When(c => AddSubject.Decide(c, AddSubject with { Name = "Another" }, Turn()))
            .ThenRefused("subject-id-taken");

    [Fact]
    public void Another_subject_cannot_have_its_identifier() =>
        new Given<Case, CaseEvent>(Opened, TheSubject)
            .When(c => AddSubject.Decide(c, AddSubject with { SubjectId = Seed }, Turn()))
            .ThenRefused("subject-known");

    [Fact]
    public void There_are_not_more_than_five_hundred_subjects() =>
        new Given<Case, CaseEvent>([
            Opened,
            .. Enumerable
                .Range(0, 500)
                .Select(i => TheSubject with { SubjectId = Guid.CreateVersion7(), Identifiers = [] }),
        ])
            .When(c => AddSubject.Decide(c, AddSubject, Turn()))
            .ThenRefused("too-many-subjects");

    [Fact]
    public void A_closed_case_takes_no_subject() =>
        new Given<Case, CaseEvent>(Opened, Closed)
            .When(c => AddSubject.Decide(c, AddSubject, Turn()))
            .ThenRefused("case-closed");

    [Fact]
    public void An_allegation_is_added() =>
        new Given<Case, CaseEvent>(Opened)
            .When(c => AddAllegation.Decide(c, AddAllegation, Turn()))
            .Then(TheAllegation);

    [Fact]
    public void Another_allegation_cannot_take_its_id() =>
        new Given<Case, CaseEvent>(Opened, TheAllegation)
            .When(c => AddAllegation.Decide(c, AddAllegation with { Text = "Another" }, Turn()))
            .ThenRefused("allegation-id-taken");

    [Fact]
    public void There_are_not_more_than_two_hundred_allegations() =>
        new Given<Case, CaseEvent>([
            Opened,
            .. Enumerable.Range(0, 200).Select(i => TheAllegation with { AllegationId = Guid.CreateVersion7() }),
        ])
            .When(c => AddAllegation.Decide(c, AddAllegation, Turn()))
            .ThenRefused("too-many-allegations");

    [Fact]
    public void A_closed_case_takes_no_allegation() =>
        new Given<Case, CaseEvent>(Opened, Closed)
            .When(c => AddAllegation.Decide(c, AddAllegation, Turn()))
            .ThenRefused("case-closed");

    [Fact]
    public void An_exhibit_is_registered() =>
        new Given<Case, CaseEvent>(Opened).When(c => AddExhibit.Decide(c, AddExhibit, Turn())).Then(TheExhibit);

    [Fact]
    public void Another_exhibit_cannot_take_its_id() =>
        new Given<Case, CaseEvent>(Opened, TheExhibit)
            .When(c => AddExhibit.Decide(c, AddExhibit with { Size = 6 }, Turn()))
            .ThenRefused("exhibit-id-taken");

    [Fact]
    public void There_are_not_more_than_two_thousand_exhibits() =>
        new Given<Case, CaseEvent>([
            Opened,
            .. Enumerable.Range(0, 2000).Select(i => TheExhibit with { ExhibitId = Guid.CreateVersion7() }),
        ])
            .When(c => AddExhibit.Decide(c, AddExhibit, Turn()))
            .ThenRefused("too-many-exhibits");

    [Fact]
    public void A_closed_case_takes_no_exhibit() =>
        new Given<Case, CaseEvent>(Opened, Closed)
            .When(c => AddExhibit.Decide(c, AddExhibit, Turn()))
            .ThenRefused("case-closed");

    [Fact]
    public void An_exhibits_content_is_stored_once() =>
        new Given<Case, CaseEvent>(Opened, TheExhibit)
            .When(c => StoreExhibit.Decide(c, new(ExhibitId), Turn()))
            .Then(new ExhibitStored(ExhibitId, Officer, Noon));

    [Fact]
    public void An_exhibit_that_is_not_registered_has_no_content() =>
        new Given<Case, CaseEvent>(Opened)
            .When(c => StoreExhibit.Decide(c, new(ExhibitId), Turn()))
            .ThenRefused("exhibit-unknown");

    [Fact]
    public void A_closed_case_takes_no_content() =>
        new Given<Case, CaseEvent>(Opened, TheExhibit, Closed)
            .When(c => StoreExhibit.Decide(c, new(ExhibitId), Turn()))
            .ThenRefused("case-closed");
}
