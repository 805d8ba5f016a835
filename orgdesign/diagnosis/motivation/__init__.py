"""Rules on motivation: whether people are rewarded for what customers need."""

from orgdesign.diagnosis.motivation.dueling_silos import dueling_silos
from orgdesign.diagnosis.motivation.reward_without_customer_measure import (
    reward_without_customer_measure,
)
from orgdesign.diagnosis.motivation.unrewarded_expectation import unrewarded_expectation

RULES = (reward_without_customer_measure, unrewarded_expectation, dueling_silos)
