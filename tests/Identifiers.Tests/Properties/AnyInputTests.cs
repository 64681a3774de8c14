using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace CaseCoordination.Identifiers.Tests.Properties;

public sealed class AnyInputTests
{
    private static readonly string?[] Codes =
    [
        .. typeof(IdentifierProblemCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string?)field.GetRawConstantValue()),
    ];

    private static void Holds(Func<(string Scheme, string? Value), bool> property) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000).WithEndSize(600),
            Prop.ForAll(Values.Anything.ToArbitrary(), property)
        );

    [Fact]
    public void No_input_throws_and_each_gets_either_a_value_or_a_problem() =>
        Holds(given =>
        {
            var check = IdentifierSchemes.Check(given.Scheme, given.Value);
            return check.IsValid
                ? check is { Value: not null, Assurance: not IdentifierAssurance.None }
                : check.Value is null;
        });

    [Fact]
    public void To_normalise_twice_is_to_normalise_once() =>
        Holds(given =>
        {
            var once = IdentifierSchemes.Check(given.Scheme, given.Value);
            return !once.IsValid
                || IdentifierSchemes.Check(given.Scheme, once.Value) is var twice && twice.Value == once.Value;
        });

    [Fact]
    public void A_normalised_value_is_printable_ASCII_without_spaces() =>
        Holds(given =>
            IdentifierSchemes.Check(given.Scheme, given.Value).Value?.All(c => c is > ' ' and < '\x7F') ?? true
        );

    [Fact]
    public void A_problem_has_a_known_code_and_a_message_and_points_into_the_value() =>
        Holds(given =>
            IdentifierSchemes.Check(given.Scheme, given.Value).Problem is not { } problem
            || Codes.Contains(problem.Code)
                && problem.Message.EndsWith('.')
                && (problem.Position is not { } at || at >= 1 && at <= given.Value!.Length)
        );

    [Fact]
    public void A_message_never_repeats_a_long_value() =>
        Holds(given =>
            given.Value is not { Length: > 12 } value
            || IdentifierSchemes.Check(given.Scheme, value).Problem?.Message.Contains(value, StringComparison.Ordinal)
                != true
        );

    [Fact]
    public void Spaces_around_a_value_change_nothing_but_the_position() =>
        Holds(given =>
        {
            var bare = IdentifierSchemes.Check(given.Scheme, given.Value);
            var spaced = IdentifierSchemes.Check(given.Scheme, $" {given.Value} ");
            return given.Value is null or { Length: > 510 }
                || bare.Value == spaced.Value
                    && bare.Problem?.Code == spaced.Problem?.Code
                    && bare.Problem?.Position + 1 == spaced.Problem?.Position;
        });
}
