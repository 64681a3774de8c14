global using CaseCoordination.TreatyLaw;
