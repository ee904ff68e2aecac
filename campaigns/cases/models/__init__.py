from campaigns.cases.models.case import Case
from campaigns.cases.models.rows import CaseDay, CaseHours
from campaigns.cases.models.tags import CaseTag

__all__ = ["Case", "CaseDay", "CaseHours", "CaseTag"]
