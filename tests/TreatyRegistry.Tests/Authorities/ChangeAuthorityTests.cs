using CaseCoordination.Testing;
using CaseCoordination.TreatyRegistry.Authorities;
using CaseCoordination.TreatyRegistry.Authorities.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;
using static CaseCoordination.TreatyRegistry.Tests.Samples;

namespace CaseCoordination.TreatyRegistry.Tests.Authorities;

public sealed class ChangeAuthorityTests
{
    [Fact]
    public void An_authority_is_registered_with_its_calendar() =>
        new Given<Authority, AuthorityEvent>().When(a => ChangeAuthority.Decide(a, Registration, ByTwo)).Then(Entered);

    [Fact]
    public void A_registration_without_a_time_zone_is_refused() =>
        new Given<Authority, AuthorityEvent>()
            .When(a => ChangeAuthority.Decide(a, Registration with { TimeZone = null }, ByTwo))
            .ThenRefused("registration-incomplete");

    [Fact]
    public void A_second_registration_that_says_something_else_is_refused() =>
        new Given<Authority, AuthorityEvent>(Entered)
            .When(a => ChangeAuthority.Decide(a, Registration with { Name = "Another" }, ByTwo))
            .ThenRefused("authority-registered");

    [Theory]
    [InlineData(AuthorityChange.Correction)]
    [InlineData(AuthorityChange.Calendar)]
    public void Nobody_corrects_what_is_not_registered(string what) =>
        new Given<Authority, AuthorityEvent>()
            .When(a => ChangeAuthority.Decide(a, Registration with { What = what }, ByTwo))
            .ThenRefused("authority-unregistered");

    [Fact]
    public void A_correction_changes_what_it_names_and_leaves_the_rest() =>
        new Given<Authority, AuthorityEvent>(Entered)
            .When(a => ChangeAuthority.Decide(a, Correction(name: "New name"), ByTwo))
            .Then(new AuthorityCorrected(Entry(2) with { Name = "New name" }, ByTwo));

    [Fact]
    public void A_changed_calendar_has_a_new_version() =>
        new Given<Authority, AuthorityEvent>(Entered)
            .When(a => ChangeAuthority.Decide(a, Calendar(new DateOnly(2026, 5, 25), new DateOnly(2026, 7, 3)), ByTwo))
            .Then(
                new CalendarChanged(
                    Entry(2) with
                    {
                        Holidays = [new DateOnly(2026, 5, 25), new DateOnly(2026, 7, 3)],
                        CalendarVersion = 2,
                    },
                    ByTwo
                )
            );

    [Fact]
    public void A_calendar_change_touches_nothing_else() =>
        new Given<Authority, AuthorityEvent>(Entered)
            .When(a => ChangeAuthority.Decide(a, Calendar(new DateOnly(2026, 5, 25)) with { Name = "Smuggled" }, ByTwo))
            .ThenNothing();

    [Fact]
    public void A_file_that_says_the_same_as_before_changes_nothing_even_after_a_correction()
    {
        var fromFile = new AuthorityEntered(Entry(1), ChangeSource.File("hash-1", Noon));
        var corrected = new AuthorityCorrected(Entry(2) with { Name = "Corrected" }, ByTwo);

        new Given<Authority, AuthorityEvent>(fromFile, corrected)
            .When(a => ChangeAuthority.DecideFromFile(a, Registration, "hash-1", Noon))
            .ThenNothing();
    }

    [Fact]
    public void A_file_that_changed_corrects_the_entry() =>
        new Given<Authority, AuthorityEvent>(new AuthorityEntered(Entry(1), ChangeSource.File("hash-1", Noon)))
            .When(a => ChangeAuthority.DecideFromFile(a, Registration with { Name = "Renamed" }, "hash-2", Noon))
            .Then(new AuthorityCorrected(Entry(2) with { Name = "Renamed" }, ChangeSource.File("hash-2", Noon)));

    private static AuthorityChange Correction(string name) =>
        new()
        {
            What = AuthorityChange.Correction,
            Code = "XA-SMA",
            Name = name,
        };

    private static AuthorityChange Calendar(params DateOnly[] days) =>
        new()
        {
            What = AuthorityChange.Calendar,
            Code = "XA-SMA",
            Holidays = days,
        };
}
