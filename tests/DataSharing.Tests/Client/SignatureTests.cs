using CaseCoordination.Client;

namespace CaseCoordination.DataSharing.Tests.Client;

/// <summary>A receiver's check, with the vector that Standard Webhooks publishes.</summary>
public sealed class SignatureTests
{
    private const string Secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    private const string Id = "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk";
    private const string Timestamp = "1649367553";
    private const string Body = """{"email":"test@example.com","username":"test_user"}""";
    private const string Signature = "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=";
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1649367553);

    [Theory]
    [InlineData(Signature)]
    [InlineData("v1,AAAA v2,xyz " + Signature)]
    public void What_was_signed_is_believed(string signatures) =>
        Assert.True(WebhookSignature.Verify(Secret, Id, Timestamp, signatures, Body, Then.AddMinutes(4)));

    [Theory]
    [InlineData(Id, Timestamp, Signature, Body + " ", 0)]
    [InlineData("other", Timestamp, Signature, Body, 0)]
    [InlineData(Id, "1649367554", Signature, Body, 0)]
    [InlineData(Id, "soon", Signature, Body, 0)]
    [InlineData(Id, Timestamp, "", Body, 0)]
    [InlineData(Id, Timestamp, "v1,no base64", Body, 0)]
    [InlineData(Id, Timestamp, "v1a,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=", Body, 0)]
    [InlineData(Id, Timestamp, "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", Body, 0)]
    [InlineData(Id, Timestamp, Signature, Body, 6)]
    [InlineData(Id, Timestamp, Signature, Body, -6)]
    public void What_was_changed_or_comes_late_is_not(
        string id,
        string timestamp,
        string signatures,
        string body,
        int minutesLater
    ) => Assert.False(WebhookSignature.Verify(Secret, id, timestamp, signatures, body, Then.AddMinutes(minutesLater)));
}
