namespace CaseCoordination.Demo.Nodes;

/// <summary>Where the services of the node answer.</summary>
internal sealed record NodeAddresses(Uri Issuer, Uri Registry, Uri Cases, Uri Sharing, Uri Actions, Uri Border)
{
    public static NodeAddresses Read(Func<string, string?> environment)
    {
        return new NodeAddresses(
            Of("ISSUER_URL"),
            Of("TREATY_REGISTRY_URL"),
            Of("CASE_INTAKE_URL"),
            Of("DATA_SHARING_URL"),
            Of("ENFORCEMENT_ACTIONS_URL"),
            Of("ACCESS_POINT_URL")
        );

        Uri Of(string name) =>
            Uri.TryCreate(environment(name), UriKind.Absolute, out var address)
                ? address
                : throw new StoryFailure(
                    $"{name} must hold the address of a running service; deploy/up --demo sets it."
                );
    }
}
