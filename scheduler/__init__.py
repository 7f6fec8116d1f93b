"""The clock struck: one file a job, each `async def run(services)`."""
