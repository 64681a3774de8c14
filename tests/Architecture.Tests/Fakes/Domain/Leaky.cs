using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.Decider;
using Marten;

namespace CaseCoordination.Architecture.Tests.Fakes.Domain;

/// <summary>Everything that a domain may not see: a contract, a session, and its own assembly's other code.</summary>
internal sealed class Leaky
{
    public static Decision<object> Decide(Letter letter) => new Refusal("code", letter.ToString());

    public static bool IsOpen(object session) => session is IDocumentSession && Code.IsBaseLibrary("System");
}
