"""What the kits keep: plates, the jobs that build them, presets, verdicts, orders, and who took what."""

from campaigns.kits.models.download import KitDownload
from campaigns.kits.models.job import PrintJob
from campaigns.kits.models.order import Order, OrderLine
from campaigns.kits.models.plate import Plate
from campaigns.kits.models.print_shop import PrintShop
from campaigns.kits.models.verdict import ImprintVerdict

__all__ = ["ImprintVerdict", "KitDownload", "Order", "OrderLine", "Plate", "PrintJob", "PrintShop"]
